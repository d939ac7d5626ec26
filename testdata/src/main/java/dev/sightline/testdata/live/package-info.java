// SPDX-License-Identifier: Apache-2.0
/**
 * Live streams to test with, on loopback: {@link dev.sightline.testdata.live.RtspServer} and {@link
 * dev.sightline.testdata.live.LiveHls} serve cameras, {@link
 * dev.sightline.testdata.live.FaultProxy} stands before either and cuts, stalls, slows and corrupts
 * what they send.
 *
 * <p>What a test needs to know of a picture is in the picture: {@link
 * dev.sightline.testdata.live.CounterPicture} writes a number into pixels and reads it back.
 */
package dev.sightline.testdata.live;
