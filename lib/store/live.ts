/**
 * Asks again whenever what was read changes, in whichever of our pages or in the background it was
 * written. Offered from here so that nobody else depends on the database library.
 */
export { liveQuery } from 'dexie';
