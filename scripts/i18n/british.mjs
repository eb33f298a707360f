/** British English, made from the source language by the words that differ. */
import { po } from 'gettext-parser';

/** As the source has it, and as it is written in Britain. */
const WORDS = [
	[ 'canceled', 'cancelled' ],
	[ 'check number', 'cheque number' ],
	[ 'color', 'colour' ],
	[ 'colors', 'colours' ],
	[ 'organization', 'organisation' ],
	[ 'postal code', 'postcode' ],
	[ 'expiration date', 'expiry date' ],
	[ 'state, province or region', 'county, state or region' ],
	[ 'apartment, suite, floor', 'flat, building, floor' ],
];

/** Sentences that are one word, which means something else elsewhere. */
const SENTENCES = { Check: 'Cheque' };

const capitalized = ( word ) => word[ 0 ].toUpperCase() + word.slice( 1 );

function inBritain( sentence ) {
	return (
		SENTENCES[ sentence ] ??
		WORDS.flatMap( ( [ source, spelled ] ) => [
			[ source, spelled ],
			[ capitalized( source ), capitalized( spelled ) ],
		] ).reduce(
			( text, [ source, spelled ] ) => text.replace( new RegExp( `\\b${ source }\\b`, 'g' ), spelled ),
			sentence
		)
	);
}

/**
 * Only the sentences that differ: for all others WordPress shows the source.
 *
 * @param {Buffer} template The .pot.
 * @return {Buffer} The .po of en_GB.
 */
export function british( template ) {
	const catalogue = po.parse( template );
	const translations = {};
	for ( const [ context, sentences ] of Object.entries( catalogue.translations ) ) {
		for ( const sentence of Object.values( sentences ) ) {
			const { msgid, msgid_plural: plural } = sentence;
			const msgstr = [ msgid, plural ].filter( Boolean ).map( inBritain );
			if ( msgid !== '' && ( msgstr[ 0 ] !== msgid || ( plural && msgstr[ 1 ] !== plural ) ) ) {
				( translations[ context ] ??= {} )[ msgid ] = { ...sentence, msgstr };
			}
		}
	}
	return po.compile(
		{
			charset: 'utf-8',
			headers: {
				'Project-Id-Version': catalogue.headers[ 'Project-Id-Version' ],
				Language: 'en_GB',
				'MIME-Version': '1.0',
				'Content-Type': 'text/plain; charset=UTF-8',
				'Content-Transfer-Encoding': '8bit',
				'Plural-Forms': 'nplurals=2; plural=(n != 1);',
			},
			translations,
		},
		{ foldLength: 0, sort: true }
	);
}
