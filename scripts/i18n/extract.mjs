/** Collects every sentence people see: PHP by xgettext, TypeScript by Babel, block.json and the plugin's header here. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import babel from '@babel/core';
import makepot from '@wordpress/babel-plugin-makepot';
import { po } from 'gettext-parser';
import { blockFiles, DOMAIN, phpFiles, scriptFiles } from './files.mjs';

/**
 * A sentence of the catalogue.
 *
 * @typedef {{ msgid: string, msgctxt?: string, msgid_plural?: string, comments?: { reference?: string, extracted?: string } }} Sentence
 */

/** WordPress' functions as xgettext reads them; the last number is how many arguments a call has, domain included. */
const KEYWORDS = [
	...[ '__', '_e', 'esc_html__', 'esc_html_e', 'esc_attr__', 'esc_attr_e' ].map( ( name ) => `${ name }:1,2t` ),
	...[ '_x', '_ex', 'esc_html_x', 'esc_attr_x' ].map( ( name ) => `${ name }:1,2c,3t` ),
	'_n:1,2,4t',
	'_nx:1,2,4c,5t',
	'_n_noop:1,2,3t',
	'_nx_noop:1,2,3c,4t',
];

/** @return {Sentence[]} */
function sentencesOf( catalogue ) {
	return Object.values( catalogue.translations )
		.flatMap( ( context ) => Object.values( context ) )
		.filter( ( { msgid } ) => msgid !== '' );
}

/** xgettext knows only the end of a heredoc alone on its line (until PHP 7.3), and would take the rest of the file for text. */
export const withPlainHeredocs = ( code ) =>
	code
		.replace( /(<<<\s*["']?(\w+)["']?\r?\n)([\s\S]*?\n)[ \t]+\2\b(?!;?\r?\n)/g, '$1$3$2\n' )
		.replace( /(<<<\s*["']?(\w+)["']?\r?\n)([\s\S]*?\n)[ \t]+\2\b/g, '$1$3$2' );

function fromPhp( root ) {
	const files = phpFiles( root );
	if ( files.length === 0 ) {
		return [];
	}
	const copies = join( root, '.cache', 'i18n', 'php' );
	rmSync( copies, { recursive: true, force: true } );
	for ( const file of files ) {
		mkdirSync( dirname( join( copies, file ) ), { recursive: true } );
		writeFileSync( join( copies, file ), withPlainHeredocs( readFileSync( join( root, file ), 'utf8' ) ) );
	}
	const output = execFileSync(
		'xgettext',
		[
			'--language=PHP',
			'--from-code=UTF-8',
			'--add-comments=translators:',
			'--no-wrap',
			'--keyword',
			...KEYWORDS.map( ( keyword ) => `--keyword=${ keyword }` ),
			'--files-from=-',
			'--output=-',
		],
		{ cwd: copies, input: files.join( '\n' ), maxBuffer: 64 * 1024 * 1024 }
	);
	return output.length > 0 ? sentencesOf( po.parse( output ) ) : [];
}

function fromScripts( root ) {
	const output = join( root, '.cache', 'i18n', 'scripts.pot' );
	mkdirSync( join( root, '.cache', 'i18n' ), { recursive: true } );
	rmSync( output, { force: true } );

	// One item for all files: the plugin collects as long as it is the same.
	const plugin = babel.createConfigItem( [ makepot, { output } ] );
	for ( const filename of scriptFiles( root ) ) {
		babel.transformFileSync( join( root, filename ), {
			cwd: root,
			babelrc: false,
			configFile: false,
			code: false,
			parserOpts: { plugins: [ 'jsx', 'typescript' ] },
			plugins: [ plugin ],
		} );
	}
	return existsSync( output ) ? sentencesOf( po.parse( readFileSync( output ) ) ) : [];
}

function fromBlocks( root ) {
	return blockFiles( root ).flatMap( ( reference ) => {
		const block = JSON.parse( readFileSync( join( root, reference ), 'utf8' ) );
		const sentence = ( msgid, msgctxt ) => ( { msgid, msgctxt, comments: { reference } } );
		return [
			sentence( block.title, 'block title' ),
			...( block.description ? [ sentence( block.description, 'block description' ) ] : [] ),
			...( block.keywords ?? [] ).map( ( keyword ) => sentence( keyword, 'block keyword' ) ),
			...( block.styles ?? [] ).map( ( { label } ) => sentence( label, 'block style label' ) ),
			...( block.variations ?? [] ).flatMap( ( { title, description } ) => [
				...( title ? [ sentence( title, 'block variation title' ) ] : [] ),
				...( description ? [ sentence( description, 'block variation description' ) ] : [] ),
			] ),
		];
	} );
}

function fromHeader( root ) {
	const reference = 'plugin-root.php';
	const header = existsSync( join( root, reference ) ) ? readFileSync( join( root, reference ), 'utf8' ) : '';
	return [ 'Plugin Name', 'Description' ].flatMap( ( field ) => {
		const msgid = new RegExp( `^ \\* ${ field }:\\s*(.+)$`, 'm' ).exec( header )?.[ 1 ].trim();
		return msgid ? [ { msgid, comments: { reference, extracted: `${ field } of the plugin` } } ] : [];
	} );
}

const unique = ( values ) => [ ...new Set( values.filter( Boolean ) ) ].sort();
const splitLines = ( text ) => ( text ?? '' ).split( '\n' );

/** Line numbers are left out: they would change the catalogue with every line of code. */
function mergeComments( sentences ) {
	return {
		reference: unique(
			sentences
				.flatMap( ( { comments } ) => ( comments?.reference ?? '' ).split( /\s+/ ) )
				.map( ( line ) => line.replace( /:\d+$/, '' ) )
		).join( '\n' ),
		extracted: unique(
			sentences
				.flatMap( ( { comments } ) => splitLines( comments?.extracted ) )
				.map( ( line ) => line.replace( /^translators:\s*/i, '' ) )
		)
			.map( ( line ) => `translators: ${ line }` )
			.join( '\n' ),
	};
}

/**
 * The template of all translations.
 *
 * @param {string} root    Where the plugin is.
 * @param {string} version The plugin's version.
 * @return {Buffer} languages/counterfoil.pot
 */
export function extract( root, version ) {
	const groups = new Map();
	for ( const sentence of [
		...fromHeader( root ),
		...fromBlocks( root ),
		...fromPhp( root ),
		...fromScripts( root ),
	] ) {
		const key = `${ sentence.msgctxt ?? '' }\u0004${ sentence.msgid }`;
		groups.set( key, [ ...( groups.get( key ) ?? [] ), sentence ] );
	}

	const translations = {};
	for ( const key of [ ...groups.keys() ].sort() ) {
		const sentences = groups.get( key );
		const { msgid, msgctxt = '' } = sentences[ 0 ];
		const plural = sentences.find( ( { msgid_plural: form } ) => form )?.msgid_plural;
		translations[ msgctxt ] ??= {};
		translations[ msgctxt ][ msgid ] = {
			msgid,
			...( msgctxt && { msgctxt } ),
			...( plural && { msgid_plural: plural } ),
			msgstr: plural ? [ '', '' ] : [ '' ],
			comments: mergeComments( sentences ),
		};
	}

	return po.compile( {
		charset: 'utf-8',
		headers: {
			'Project-Id-Version': `Counterfoil ${ version }`,
			'MIME-Version': '1.0',
			'Content-Type': 'text/plain; charset=UTF-8',
			'Content-Transfer-Encoding': '8bit',
			'X-Domain': DOMAIN,
		},
		translations,
	} );
}
