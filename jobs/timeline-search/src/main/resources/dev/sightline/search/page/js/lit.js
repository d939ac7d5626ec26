// SPDX-License-Identifier: Apache-2.0
/** The one place that knows where the template library lies and which version it is. */
export {html, svg, render, nothing} from '../../webjars/lit-html/3.3.1/lit-html.js';
export {keyed} from '../../webjars/lit-html/3.3.1/directives/keyed.js';
export {live} from '../../webjars/lit-html/3.3.1/directives/live.js';
export {ref} from '../../webjars/lit-html/3.3.1/directives/ref.js';
export {repeat} from '../../webjars/lit-html/3.3.1/directives/repeat.js';
