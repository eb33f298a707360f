import type { z } from 'zod';

export type Shape = Readonly< Record< string, z.ZodType > >;
export type Values< S extends Shape > = { readonly [ Name in keyof S ]?: z.output< S[ Name ] > };

/**
 * What the address says, as the server takes it: ids are numbers there. Nonsense is left out.
 *
 * @param shape   What may be said, of the contract.
 * @param address Names and texts of the address.
 */
export function queryOf< S extends Shape >( shape: S, address: Readonly< Record< string, string > > ): Values< S > {
	const entries = Object.entries( shape ).flatMap( ( [ name, type ] ) => {
		const text = address[ name ]?.trim() ?? '';
		const found = text === '' ? undefined : ( read( type, text.slice( 0, 100 ) ) ?? read( type, Number( text ) ) );
		return found === undefined ? [] : [ [ name, found ] ];
	} );
	return Object.fromEntries( entries ) as Values< S >;
}

const read = ( type: z.ZodType, value: string | number ): unknown => type.safeParse( value ).data;
