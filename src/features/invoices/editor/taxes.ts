import type { DraftLine, TypedTax } from './draft';

export const taxId = ( { name, rate }: TypedTax ): string => `${ name.trim() }\t${ rate.trim() }`;

/** The taxes to choose from: the settings' one, and those that stand on other lines. */
export function knownTaxes( lines: readonly DraftLine[], usual: TypedTax | null ): readonly TypedTax[] {
	const taxes = new Map< string, TypedTax >();
	for ( const tax of [ usual, ...lines.map( ( line ) => line.tax ) ] ) {
		if ( tax && ! tax.isTyped && tax.name.trim() && tax.rate.trim() ) {
			taxes.set( taxId( tax ), { name: tax.name, rate: tax.rate } );
		}
	}
	return [ ...taxes.values() ];
}
