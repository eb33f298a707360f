/**
 * Keeps languages/ up with the code.
 *
 *   node scripts/i18n.mjs            writes the .pot and merges it into every .po (needs gettext's xgettext and msgmerge);
 *                                  British English is made from it
 *   node scripts/i18n.mjs --report   how complete each translation is; fails when one is not, or when the .pot
 *                                  is not what the code says (German may lack what only the agency's staff read)
 *
 * The build compiles the .po files by itself.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { british } from './i18n/british.mjs';
import { extract } from './i18n/extract.mjs';
import { DOMAIN } from './i18n/files.mjs';
import { isForClients, reportOn } from './i18n/report.mjs';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const languages = join( root, 'languages' );
const template = join( languages, `${ DOMAIN }.pot` );
mkdirSync( languages, { recursive: true } );
const BRITISH = `${ DOMAIN }-en_GB.po`;
const translations = readdirSync( languages ).filter( ( name ) => name.endsWith( '.po' ) && name !== BRITISH );

/** Translations that must have what clients read, and may follow later with the rest. */
const FOR_CLIENTS = [ `${ DOMAIN }-de_DE.po` ];

const { version } = JSON.parse( readFileSync( join( root, 'package.json' ), 'utf8' ) );

function update() {
	const current = extract( root, version );
	writeFileSync( template, current );
	writeFileSync( join( languages, BRITISH ), british( current ) );
	for ( const name of translations ) {
		execFileSync(
			'msgmerge',
			[ '--quiet', '--update', '--backup=none', '--no-fuzzy-matching', '--no-wrap', name, template ],
			{ cwd: languages, stdio: 'inherit' }
		);
		// What nobody says any more is not kept.
		execFileSync( 'msgattrib', [ '--no-obsolete', '--no-wrap', `--output-file=${ name }`, name ], {
			cwd: languages,
		} );
	}
	process.stdout.write( `Updated ${ [ `${ DOMAIN }.pot`, BRITISH, ...translations ].join( ', ' ) }.\n` );
}

function report() {
	const current = extract( root, version );
	const made = { [ `${ DOMAIN }.pot` ]: current, [ BRITISH ]: british( current ) };
	for ( const [ name, content ] of Object.entries( made ) ) {
		const file = join( languages, name );
		if ( ! existsSync( file ) || readFileSync( file, 'utf8' ) !== String( content ) ) {
			process.stdout.write( `${ name } is out of date. To update it, run: node scripts/i18n.mjs\n` );
			process.exitCode = 1;
		}
	}
	for ( const name of translations ) {
		const { total, there, missing, fuzzy, wrong } = reportOn(
			current,
			readFileSync( join( languages, name ) ),
			FOR_CLIENTS.includes( name ) ? isForClients : undefined
		);
		const complaints = Object.entries( { missing, fuzzy, 'wrong placeholders': wrong } ).flatMap(
			( [ title, sentences ] ) => sentences.map( ( sentence ) => `  ${ title }: ${ JSON.stringify( sentence ) }` )
		);
		const headline = `${ name }: ${ there } of ${ total } sentences`;
		process.stdout.write( `${ [ headline, ...complaints ].join( '\n' ) }\n` );
		process.exitCode ||= complaints.length > 0 ? 1 : 0;
	}
}

if ( process.argv.includes( '--report' ) ) {
	report();
} else {
	update();
}
