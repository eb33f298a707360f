/**
 * Plain data as a PHP expression: a file that returns it is kept by opcache, so that reading it costs next to nothing.
 *
 * @param value   What JSON could hold.
 * @param objects How an object is written: as an array with keys, or as the stdClass that a JSON parser makes of it.
 */
export function toPhp( value: unknown, objects: 'array' | 'stdClass' ): string {
	if ( value === null || typeof value === 'boolean' || typeof value === 'number' ) {
		return String( value );
	}
	if ( typeof value === 'string' ) {
		return `'${ value.replace( /[\\']/g, '\\$&' ) }'`;
	}
	if ( Array.isArray( value ) ) {
		return `[${ value.map( ( item ) => toPhp( item, objects ) ).join( ', ' ) }]`;
	}
	if ( typeof value === 'object' ) {
		const fields = Object.entries( value ).map(
			( [ name, field ] ) => `${ toPhp( name, objects ) } => ${ toPhp( field, objects ) }`
		);
		return `${ objects === 'stdClass' ? '(object) ' : '' }[${ fields.join( ', ' ) }]`;
	}
	throw new Error( `${ typeof value } can't be written down.` );
}
