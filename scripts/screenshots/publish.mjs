import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

/** What the README shows. */
const SHOWN = [
	'admin-overview-1280',
	'admin-editor-1280',
	'admin-invoices-1280',
	'portal-pay-1280',
	'portal-overview-1280',
	'portal-pay-390',
];
const MOST_BYTES = 150000;

/** Copies the README's pictures; those that are too large lose colours, which tints their white a little. */
export async function publish( from, to ) {
	mkdirSync( to, { recursive: true } );
	for ( const name of SHOWN.filter( ( each ) => existsSync( join( from, `${ each }.png` ) ) ) ) {
		const file = join( to, `${ name }.png` );
		for ( const colours of [ 0, 256, 128, 64 ] ) {
			await run( 'php', [
				join( ROOT, 'scripts/screenshots/quantise.php' ),
				join( from, `${ name }.png` ),
				file,
				String( colours ),
			] );
			if ( statSync( file ).size <= MOST_BYTES ) {
				break;
			}
		}
	}
}
