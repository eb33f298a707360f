import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = resolve( dirname( fileURLToPath( import.meta.url ) ), '../..' );

/** What can be made again at any time: downloads, test sites, stamps. */
export const CACHE = resolve( ROOT, '.cache' );

/** The demo's site, its database and its addresses. Survives until `--reset`. */
export const DEMO = resolve( ROOT, '.demo' );
