// SPDX-License-Identifier: Apache-2.0
import {respond} from './api.js';
import {query} from './address.js';

/** The last pictures to search with. They live no longer than the page: addresses only name them. */

const LARGEST = 8 * 1024 * 1024;
const LARGEST_OF_ALERT = 700 * 1024; // as text it has to fit a record of Kafka
const KINDS = ['image/jpeg', 'image/png'];
const MOST = 8;
const held = new Map();
let taken = 0;

/** Keeps a picture and gives the name that the address carries; throws what is wrong with it. */
export function hold(file) {
  if (!KINDS.includes(file.type)) throw new Error('Only JPEG and PNG pictures can be searched with.');
  if (file.size > LARGEST) throw new Error('The picture is larger than 8 MiB. Make it smaller.');
  const name = `p${++taken}`;
  held.set(name, file);
  held.delete(`p${taken - MOST}`);
  return name;
}

/** The picture of that name, or undefined if the page was loaded anew since. */
export function pictureOf(name) {
  return held.get(name);
}

/** A form's data with the picture that the address names. */
export function withPicture(asked, name) {
  const file = pictureOf(name);
  if (!file) throw new Error('The picture of this search was not kept. Choose it again.');
  const form = new FormData();
  for (const [field, value] of asked) form.append(field, value);
  form.append('image', file);
  return form;
}

/** The picture as a standing query carries it: a data address. */
export async function dataOf(name) {
  const file = pictureOf(name);
  if (!file) throw new Error('The picture of this search was not kept. Choose it again.');
  if (file.size > LARGEST_OF_ALERT) {
    throw new Error('An alert takes a picture of at most 700 KiB. Choose a smaller one.');
  }
  return dataAddress(file);
}

/** Likewise the picture of a moment that was found. */
export async function dataOfMoment(id) {
  const answer = await respond('picture', query({id})).catch((problem) => {
    throw problem.status !== 404 ? problem
      : new Error('The moment that this is like has no picture any more, which an alert would look'
        + ' for. Show the curve of words instead.');
  });
  return dataAddress(await answer.blob());
}

function dataAddress(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(new Error('The picture cannot be read any more. Choose it again.'));
    reader.readAsDataURL(file);
  });
}

/** Draws a picture into a canvas: an address for it would need a hole in the page's policy. */
export async function drawInto(canvas, file) {
  if (!canvas || canvas.dataset.file === fileKey(file)) return;
  canvas.dataset.file = fileKey(file);
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return;
  canvas.width = 96;
  canvas.height = 54;
  const scale = Math.max(96 / bitmap.width, 54 / bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  canvas.getContext('2d').drawImage(bitmap, (96 - width) / 2, (54 - height) / 2, width, height);
}

function fileKey(file) {
  return `${file.name}/${file.size}/${file.lastModified}`;
}
