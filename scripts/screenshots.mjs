/**
 * `npm run screenshots`: every screen at 1280 and at 390 pixels into .cache/screenshots, and the README's
 * handful into docs/screenshots, made small.
 *
 *   --stand .demo/demo.json   of a demo that runs; else a new one is started for it
 *   --only overview,editor    pictures whose names hold one of these words
 *   --no-build                leave build/ as it is
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { step } from './lib/log.mjs';
import { CACHE, ROOT } from './lib/paths.mjs';
import { setUp } from './lib/setup.mjs';
import { openStand } from './lib/stand.mjs';
import { Camera } from './screenshots/camera.mjs';
import { publish } from './screenshots/publish.mjs';
import { adminScreens } from './screenshots/admin.mjs';
import { paperScreens } from './screenshots/paper.mjs';
import { portalScreens } from './screenshots/portal.mjs';

const { values: flags } = parseArgs( {
	options: {
		stand: { type: 'string' },
		only: { type: 'string', default: '' },
		'no-build': { type: 'boolean', default: false },
	},
} );
const folder = join( CACHE, 'screenshots' );
mkdirSync( folder, { recursive: true } );

await setUp( { system: [ 'php', 'browser', 'pdf' ], build: ! flags[ 'no-build' ] } );
const { stand, end } = flags.stand
	? { stand: JSON.parse( readFileSync( flags.stand, 'utf8' ) ), end: async () => {} }
	: await freshStand();
const camera = await Camera.open( stand, folder, flags.only.split( ',' ).filter( Boolean ) );
for ( const screens of [ adminScreens, portalScreens, paperScreens ] ) {
	await screens( camera, stand );
}
await camera.close();
await step( 'Screenshots for the README', () => publish( folder, join( ROOT, 'docs/screenshots' ) ) );
await end();
// A server that was started with this process would keep it from ending.
process.exit( camera.failed.length === 0 ? 0 : 1 );

function freshStand() {
	const dir = join( CACHE, 'screenshots-stand' );
	rmSync( dir, { recursive: true, force: true } );
	return openStand( {
		dir,
		engine: 'sqlite',
		ports: { site: 9300, mail: 9310, smtp: 9320, stripe: 9330 },
		log: step,
	} );
}
