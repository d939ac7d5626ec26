// SPDX-License-Identifier: Apache-2.0
import {App} from './app.js';

new App(document.getElementById('app')).start();
