/** Makes what WordPress reads of the translations: one .mo for PHP, one JSON for each script. Needs no gettext tools. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mo, po } from 'gettext-parser';
import { DOMAIN, translatedScripts } from './files.mjs';

/** Translated sentences, without those that are only guessed ("fuzzy"). */
function translated( catalogue ) {
	return Object.values( catalogue.translations )
		.flatMap( ( context ) => Object.values( context ) )
		.filter(
			( { msgid, msgstr, comments } ) =>
				msgid !== '' && msgstr.every( ( form ) => form !== '' ) && ! comments?.flag?.includes( 'fuzzy' )
		);
}

const referencesOf = ( { comments } ) => ( comments?.reference ?? '' ).split( /\s+/ ).filter( Boolean );
const isScript = ( reference ) => /\.tsx?$/.test( reference );

function toMo( catalogue, sentences ) {
	const translations = { '': { '': catalogue.translations[ '' ][ '' ] } };
	for ( const sentence of sentences ) {
		const context = sentence.msgctxt ?? '';
		translations[ context ] ??= {};
		translations[ context ][ sentence.msgid ] = sentence;
	}
	return mo.compile( { ...catalogue, translations } );
}

/** Jed 1.x, as `wp.i18n.setLocaleData` takes it. */
function toJson( catalogue, locale, sentences ) {
	const messages = {
		'': { domain: 'messages', lang: locale, 'plural-forms': catalogue.headers[ 'Plural-Forms' ] },
	};
	for ( const { msgid, msgctxt, msgstr } of sentences ) {
		messages[ msgctxt ? `${ msgctxt }\u0004${ msgid }` : msgid ] = msgstr;
	}
	return JSON.stringify( { domain: 'messages', locale_data: { messages } } );
}

/**
 * Writes build/languages.
 *
 * @param {string} root Where the plugin is.
 */
export function compileLanguages( root ) {
	const source = join( root, 'languages' );
	const target = join( root, 'build', 'languages' );
	rmSync( target, { recursive: true, force: true } );
	mkdirSync( target, { recursive: true } );

	const files = existsSync( source ) ? readdirSync( source ).filter( ( name ) => name.endsWith( '.po' ) ) : [];
	const scripts = files.length > 0 ? translatedScripts( root ) : [];
	for ( const file of files ) {
		const name = basename( file, '.po' );
		const locale = name.slice( `${ DOMAIN }-`.length );
		const catalogue = po.parse( readFileSync( join( source, file ) ) );
		const sentences = translated( catalogue );

		writeFileSync(
			join( target, `${ name }.mo` ),
			toMo(
				catalogue,
				sentences.filter( ( sentence ) => ! referencesOf( sentence ).every( isScript ) )
			)
		);
		for ( const { handle, files: parts } of scripts ) {
			const spoken = sentences.filter( ( sentence ) =>
				referencesOf( sentence ).some( ( reference ) => parts.has( reference ) )
			);
			if ( spoken.length > 0 ) {
				writeFileSync( join( target, `${ name }-${ handle }.json` ), toJson( catalogue, locale, spoken ) );
			}
		}
	}
}
