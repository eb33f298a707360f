/** Says how complete a translation is, and where its placeholders went wrong. */
import { readFileSync } from 'node:fs';
import { po } from 'gettext-parser';

const PLACEHOLDER = /%(?:\d+\$)?[sdfu]|%%/g;

const placeholdersOf = ( text ) => ( text.match( PLACEHOLDER ) ?? [] ).sort().join( ' ' );

/**
 * "One invoice" may do without the number that "%d invoices" needs: a form may have the placeholders
 * of the singular or of the plural.
 */
function hasWrongPlaceholders( { msgid, msgid_plural: plural, msgstr } ) {
	const right = [ msgid, plural ?? msgid ].map( placeholdersOf );
	return msgstr.some( ( form ) => form !== '' && ! right.includes( placeholdersOf( form ) ) );
}

/**
 * @param {string} file Path of a .po file.
 * @return {{ total: number, missing: string[], fuzzy: string[], wrong: string[] }} Sentences that need somebody's care.
 */
export function reportOn( file ) {
	const sentences = Object.values( po.parse( readFileSync( file ) ).translations )
		.flatMap( ( context ) => Object.values( context ) )
		.filter( ( { msgid } ) => msgid !== '' );
	const named = ( accepted ) => sentences.filter( accepted ).map( ( { msgid } ) => msgid );
	return {
		total: sentences.length,
		missing: named( ( { msgstr } ) => msgstr.some( ( form ) => form === '' ) ),
		fuzzy: named( ( { comments } ) => comments?.flag?.includes( 'fuzzy' ) ?? false ),
		wrong: named( hasWrongPlaceholders ),
	};
}
