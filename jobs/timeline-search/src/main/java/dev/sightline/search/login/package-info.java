// SPDX-License-Identifier: Apache-2.0
/**
 * Who may ask and who may change something. {@link dev.sightline.search.login.Login} tells who a
 * {@link dev.sightline.search.login.Caller} is, after {@link
 * dev.sightline.search.login.LoginSettings}; {@link dev.sightline.search.login.CrossSite} and
 * {@link dev.sightline.search.login.LoopbackHost} tell whether a request is meant for this service
 * at all.
 */
package dev.sightline.search.login;
