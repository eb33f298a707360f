import type { Preview, TaxCategory } from '../../../contract/invoices';
import type { TaxRate, Taxes } from '../../../contract/taxes';
import { typedDecimal } from '../../../shared/decimal';
import { type Draft, type DraftLine, typedTax, type TypedTax } from './draft';

export type Proposal = Preview[ 'proposals' ][ number ];

export const taxId = ( { name, rate, category, reason }: TypedTax ): string =>
	[ categoryOf( rate, category ) ?? '', rate.trim(), isAbove( rate ) ? name.trim() : reason.trim() ].join( '\t' );

const isAbove = ( rate: string ) => /[1-9]/.test( rate );

const categoryOf = ( rate: string, category: TaxCategory | null ) => category ?? ( isAbove( rate ) ? 'S' : null );

/** The same tax to the law: its name may differ. */
export const isSame = ( one: TypedTax, other: TypedTax ): boolean => taxId( one ) === taxId( other );

/** Rates of other countries are of no use at home. */
export const ownRates = ( { rates, country }: Taxes ): readonly TaxRate[] =>
	rates.filter( ( rate ) => country === '' || rate.country === '' || rate.country === country );

/** A rate of the settings' list as a line has it. */
export const taxOf = ( { name, rate, category, reason_code, reason }: TaxRate ): TypedTax => ( {
	name,
	rate: typedDecimal( rate ),
	category,
	reason_code,
	reason,
} );

/** The taxes to choose from: the settings' one, those of their list, and those that are on other lines. */
export function knownTaxes(
	lines: readonly DraftLine[],
	usual: TypedTax | null,
	rates: readonly TaxRate[] = []
): readonly TypedTax[] {
	const taxes = new Map< string, TypedTax >();
	for ( const tax of [ usual, ...rates.map( taxOf ), ...lines.map( ( line ) => line.tax ) ] ) {
		if ( tax && ! tax.isTyped && tax.name.trim() && tax.rate.trim() && categoryOf( tax.rate, tax.category ) ) {
			const { name, rate, reason_code, reason } = tax;
			const known = { name, rate, category: categoryOf( rate, tax.category ), reason_code, reason };
			taxes.set( taxId( known ), taxes.get( taxId( known ) ) ?? known );
		}
	}
	return [ ...taxes.values() ];
}

/** Lines for which nobody chose a tax follow what is proposed for them. */
export function withProposals( draft: Draft, proposals: ReadonlyMap< string, Proposal > ): Draft {
	let isNew = false;
	const lines = draft.lines.map( ( line ) => {
		const proposal = proposals.get( line.key );
		if ( ! proposal || ( line.tax && ! line.tax.isProposed ) ) {
			return line;
		}
		const tax = typedTax( proposal.tax );
		if ( tax ? line.tax?.category && isSame( tax, line.tax ) : ! line.tax ) {
			return line;
		}
		isNew = true;
		return { ...line, tax: tax && { ...tax, isProposed: true } };
	} );
	return isNew ? { ...draft, lines } : draft;
}
