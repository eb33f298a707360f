/** Says how complete a translation is, and where its placeholders went wrong. */
import { po } from 'gettext-parser';
import { isReadByClients } from './files.mjs';

const PLACEHOLDER = /%(?:\d+\$)?[sdfu]|%%/g;

const placeholdersOf = ( text ) => ( text.match( PLACEHOLDER ) ?? [] ).sort().join( ' ' );
const keyOf = ( { msgctxt = '', msgid } ) => `${ msgctxt }\u0004${ msgid }`;

const sentencesOf = ( content ) =>
	Object.values( po.parse( content ).translations )
		.flatMap( ( context ) => Object.values( context ) )
		.filter( ( { msgid } ) => msgid !== '' );

/**
 * "One invoice" may do without the number that "%d invoices" needs: a form may have the placeholders
 * of the singular or of the plural.
 */
function hasWrongPlaceholders( { msgid, msgid_plural: plural, msgstr } ) {
	const right = [ msgid, plural ?? msgid ].map( placeholdersOf );
	return msgstr.some( ( form ) => form !== '' && ! right.includes( placeholdersOf( form ) ) );
}

/** A sentence of the .pot that a client may read: an office can wait for its own. */
export const isForClients = ( { comments } ) =>
	( comments?.reference ?? '' ).split( /\s+/ ).filter( Boolean ).some( isReadByClients );

/**
 * Holds a translation against the sentences that the code has now.
 *
 * @param {Buffer}                        template    A .pot file.
 * @param {Buffer}                        translation A .po file.
 * @param {(sentence: Object) => boolean} isNeeded    Which sentences it must have.
 * @return {{ total: number, there: number, missing: string[], fuzzy: string[], wrong: string[] }} How many sentences there
 *     are, how many of them are translated, and those that need somebody's care.
 */
export function reportOn( template, translation, isNeeded = () => true ) {
	const wanted = sentencesOf( template );
	const there = new Map( sentencesOf( translation ).map( ( sentence ) => [ keyOf( sentence ), sentence ] ) );
	const named = ( sentences, accepted ) => sentences.filter( accepted ).map( ( { msgid } ) => msgid );
	const spoken = wanted.flatMap( ( sentence ) => there.get( keyOf( sentence ) ) ?? [] );
	const missing = wanted.filter( ( sentence ) => {
		const forms = there.get( keyOf( sentence ) )?.msgstr ?? [ '' ];
		return forms.some( ( form ) => form === '' );
	} );
	return {
		total: wanted.length,
		there: wanted.length - missing.length,
		missing: named( missing, isNeeded ),
		fuzzy: named( spoken, ( { comments } ) => comments?.flag?.includes( 'fuzzy' ) ?? false ),
		wrong: named( spoken, hasWrongPlaceholders ),
	};
}
