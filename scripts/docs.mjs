/**
 * `npm run docs`: writes those pages of docs/ that are made from the code. `--check` only compares, and fails when one is out of date.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { restPage } from './docs/rest.mjs';
import { ROOT } from './lib/paths.mjs';

const pages = {
	'docs/hooks.md': () => execFileSync( 'php', [ join( ROOT, 'scripts/docs/hooks.php' ) ], { encoding: 'utf8' } ),
	'docs/rest.md': () => restPage( JSON.parse( readFileSync( join( ROOT, 'build/openapi.json' ), 'utf8' ) ) ),
};
const checks = process.argv.includes( '--check' );
let stale = 0;
for ( const [ name, make ] of Object.entries( pages ) ) {
	const path = join( ROOT, name );
	const fresh = make();
	if ( existsSync( path ) && readFileSync( path, 'utf8' ) === fresh ) {
		continue;
	}
	if ( checks ) {
		process.stderr.write( `${ name } is out of date. To update it, run: npm run docs\n` );
		stale++;
	} else {
		writeFileSync( path, fresh );
		process.stdout.write( `Wrote ${ name }\n` );
	}
}
process.exit( stale === 0 ? 0 : 1 );
