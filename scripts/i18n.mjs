/**
 * Keeps languages/ up with the code.
 *
 *   node scripts/i18n.mjs            writes the .pot and merges it into every .po (needs gettext's xgettext and msgmerge)
 *   node scripts/i18n.mjs --report   how complete each translation is; fails when one is not
 *
 * The build compiles the .po files by itself.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from './i18n/extract.mjs';
import { DOMAIN } from './i18n/files.mjs';
import { reportOn } from './i18n/report.mjs';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const languages = join( root, 'languages' );
const template = join( languages, `${ DOMAIN }.pot` );
mkdirSync( languages, { recursive: true } );
const translations = readdirSync( languages ).filter( ( name ) => name.endsWith( '.po' ) );

function update() {
	const { version } = JSON.parse( readFileSync( join( root, 'package.json' ), 'utf8' ) );
	writeFileSync( template, extract( root, version ) );
	for ( const name of translations ) {
		execFileSync(
			'msgmerge',
			[ '--quiet', '--update', '--backup=none', '--no-fuzzy-matching', '--no-wrap', name, template ],
			{
				cwd: languages,
				stdio: 'inherit',
			}
		);
		// What nobody says any more is not kept.
		execFileSync( 'msgattrib', [ '--no-obsolete', '--no-wrap', `--output-file=${ name }`, name ], {
			cwd: languages,
		} );
	}
}

function report() {
	for ( const name of translations ) {
		const { total, missing, fuzzy, wrong } = reportOn( join( languages, name ) );
		process.stdout.write( `${ name }: ${ total - missing.length } of ${ total } sentences\n` );
		for ( const [ title, sentences ] of Object.entries( { missing, fuzzy, 'wrong placeholders': wrong } ) ) {
			for ( const sentence of sentences ) {
				process.exitCode = 1;
				process.stdout.write( `  ${ title }: ${ JSON.stringify( sentence ) }\n` );
			}
		}
	}
}

if ( process.argv.includes( '--report' ) ) {
	report();
} else {
	update();
	process.stdout.write( `Updated ${ [ `${ DOMAIN }.pot`, ...translations ].join( ', ' ) }.\n` );
}
