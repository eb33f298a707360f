import { __ } from '@wordpress/i18n';
import { type InvoiceInput, invoiceInput, type LineInput, previewInput } from '../../../contract/invoices';
import type { RequestOf } from '../../../shared/api';
import { parseDecimal } from '../../../shared/decimal';
import { howToWriteAmount } from '../../../shared/form/amount-words';
import { type FieldErrors, sentences } from '../../../shared/form/errors';
import { parseMoney, parsePrice } from '../../../shared/money';
import { type Draft, type DraftLine, isUntouched, type TypedDiscount } from './draft';

/** What a request is about, with the lines it has: their places in it and their keys. */
export interface Reading< T > {
	/** Undefined while something that was typed can't be sent. */
	readonly input: T | undefined;
	readonly keys: readonly string[];
	/** By field: "due_date", "line-3/quantity". Empty fields are among them only when all must be there. */
	readonly errors: FieldErrors;
}

export type PreviewInput = RequestOf< 'invoices.preview' >[ 'body' ];

/** Wrong is what can't be read, negative a quantity that is never taken; empty is what isn't there yet. */
type Fault = 'empty' | 'wrong' | 'negative';
type LineField = 'description' | 'quantity' | 'price' | 'discount' | 'tax' | 'supply';

interface ReadLine {
	readonly key: string;
	readonly input: LineInput;
	readonly faults: Partial< Record< LineField, Fault > >;
}

const isEmpty = ( text: string ) => text.trim() === '';
const faultOf = ( text: string ): Fault => {
	if ( isEmpty( text ) ) {
		return 'empty';
	}
	return /^\s*[-−–(]/.test( text ) ? 'negative' : 'wrong';
};

/** An invoice has one currency for all its amounts. */
const amountsIn = ( currency: string ) => ( path: readonly PropertyKey[] ) =>
	[ 'unit_price', 'amount' ].includes( String( path.at( -1 ) ) ) ? currency : undefined;

/** All that saving needs: what is missing is an error too. */
export function readForSaving( draft: Draft ): Reading< InvoiceInput > {
	const lines = draft.lines
		.filter( ( line ) => ! isUntouched( line ) )
		.map( ( line ) => read( line, draft.currency ) );
	const errors: Record< string, string > = {};
	for ( const { key, faults } of lines ) {
		for ( const [ field, fault ] of Object.entries( faults ) ) {
			errors[ `${ key }/${ field }` ] = sentenceFor( field as LineField, fault, draft.currency );
		}
	}
	return finish( draft, lines, errors, invoiceInput ) as Reading< InvoiceInput >;
}

/**
 * What can be shown while typing: a line without a price yet is left out, one without words has none.
 * Only what was typed wrongly is an error.
 */
export function readForPreview( draft: Draft ): Reading< PreviewInput > {
	const errors: Record< string, string > = {};
	const lines: ReadLine[] = [];
	for ( const line of draft.lines ) {
		const result = read( line, draft.currency );
		const { key, faults } = result;
		for ( const [ field, fault ] of Object.entries( faults ) ) {
			if ( fault !== 'empty' ) {
				errors[ `${ key }/${ field }` ] = sentenceFor( field as LineField, fault, draft.currency );
			}
		}
		if ( ! faults.price && ! faults.quantity && ! isUntouched( line ) ) {
			lines.push( faults.description ? withWords( result ) : result );
		}
	}
	return finish( draft, lines, errors, previewInput );
}

const withWords = ( { input, ...rest }: ReadLine ): ReadLine => ( {
	...rest,
	input: { ...input, description: __( 'No description yet', 'counterfoil' ) },
} );

function finish(
	draft: Draft,
	lines: readonly ReadLine[],
	errors: Record< string, string >,
	schema: typeof invoiceInput | typeof previewInput
): Reading< PreviewInput > {
	const keys = lines.map( ( { key } ) => key );
	const discount = readDiscount( draft.discount, draft.currency );
	if ( typeof discount === 'string' && ( discount !== 'empty' || schema === invoiceInput ) ) {
		errors.discount = sentenceFor( 'discount', discount, draft.currency );
	}
	const input: PreviewInput = {
		client_id: draft.client_id,
		...( draft.kind ? { kind: draft.kind } : {} ),
		website_id: draft.website_id,
		currency: draft.currency,
		tax_mode: draft.tax_mode,
		due_date: draft.due_date,
		lines: lines.map( ( line ) => line.input ),
		discount: typeof discount === 'string' ? null : discount,
		coupon: draft.coupon.trim(),
		message: draft.message.trim(),
		supply: supplyOf( draft ),
		buyer_reference: draft.buyer_reference.trim(),
		purchase_order: draft.purchase_order.trim(),
		exchange_rate: parseDecimal( draft.exchangeRate ) ?? draft.exchangeRate.trim(),
		// Nothing of them is on paper.
		...( schema === invoiceInput
			? {
					attachments: draft.attachments.map( ( { id } ) => id ),
					...( draft.recipients ? { recipients: draft.recipients } : {} ),
				}
			: {} ),
	};
	const result = schema.safeParse( input, { reportInput: true } );
	const found = result.success ? {} : byField( sentences( result.error.issues, amountsIn( draft.currency ) ), keys );
	const all = { ...found, ...ownWords( found ), ...errors };
	return { input: Object.keys( all ).length === 0 ? input : undefined, keys, errors: all };
}

/** Where the general sentence would not say what to do. */
function ownWords( found: FieldErrors ): FieldErrors {
	return {
		...( found.client_id ? { client_id: __( 'Choose a client.', 'counterfoil' ) } : {} ),
		...( found.due_date ? { due_date: __( 'Choose a due date.', 'counterfoil' ) } : {} ),
		...( found.exchange_rate
			? { exchange_rate: __( 'Enter an exchange rate greater than zero, for example 4.253.', 'counterfoil' ) }
			: {} ),
		...( found.lines
			? {
					lines: __(
						'An invoice can have up to 500 lines. Remove some lines or use a second invoice.',
						'counterfoil'
					),
				}
			: {} ),
	};
}

function read( line: DraftLine, currency: string ): ReadLine {
	const faults: Partial< Record< LineField, Fault > > = {};
	const quantity = parseDecimal( line.quantity );
	const price = parsePrice( line.price, currency );
	const discount = readDiscount( line.discount, currency );
	const rate = line.tax && parseDecimal( line.tax.rate );
	if ( isEmpty( line.description ) ) {
		faults.description = 'empty';
	}
	if ( quantity === null || Number( quantity ) === 0 ) {
		faults.quantity = faultOf( line.quantity );
	}
	if ( price === null ) {
		faults.price = faultOf( line.price );
	}
	if ( typeof discount === 'string' ) {
		faults.discount = discount;
	}
	if ( line.tax && ( rate === null || Number( rate ) > 100 || isEmpty( line.tax.name ) ) ) {
		faults.tax = isEmpty( line.tax.name ) || isEmpty( line.tax.rate ) ? 'empty' : 'wrong';
	}
	return {
		key: line.key,
		faults,
		input: {
			plan_id: line.plan_id,
			description: line.description.trim(),
			quantity: quantity ?? '1',
			unit_price: price ?? 0,
			discount: typeof discount === 'string' ? null : discount,
			tax:
				line.tax && ! faults.tax
					? {
							name: line.tax.name.trim(),
							rate: rate ?? '0',
							category: line.tax.isTyped ? null : line.tax.category,
							reason_code: line.tax.reason_code,
							reason: line.tax.reason.trim(),
						}
					: null,
			...( line.unit ? { unit_code: line.unit } : {} ),
			supply: supplyOf( line ),
		},
	};
}

const supplyOf = ( { supplyFrom, supplyTo }: Pick< DraftLine, 'supplyFrom' | 'supplyTo' > ) => ( {
	from: supplyFrom || null,
	to: supplyTo || null,
} );

function readDiscount( discount: TypedDiscount | null, currency: string ): LineInput[ 'discount' ] | Fault {
	if ( ! discount ) {
		return null;
	}
	if ( discount.type === 'percent' ) {
		const percent = parseDecimal( discount.text.replace( '%', '' ) );
		return percent === null || Number( percent ) > 100 ? faultOf( discount.text ) : { type: 'percent', percent };
	}
	const amount = parseMoney( discount.text, currency );
	return amount === null ? faultOf( discount.text ) : { type: 'amount', amount };
}

function sentenceFor( field: LineField, fault: Fault, currency: string ): string {
	switch ( field ) {
		case 'description':
			return __( 'Enter a description.', 'counterfoil' );
		case 'quantity':
			return {
				empty: __( 'Enter a quantity.', 'counterfoil' ),
				negative: __(
					'The quantity can’t be negative. To credit an amount, enter a negative price.',
					'counterfoil'
				),
				wrong: __(
					'Enter a quantity greater than zero with up to four decimals, for example 2 or 1.5.',
					'counterfoil'
				),
			}[ fault ];
		case 'price':
			return fault === 'empty' ? __( 'Enter a price.', 'counterfoil' ) : howToWriteAmount( currency );
		case 'discount':
			return fault === 'empty'
				? __( 'Enter the discount or remove it.', 'counterfoil' )
				: __( 'Enter the discount as a positive amount or a percentage from 0 to 100.', 'counterfoil' );
		case 'supply':
			return __( 'Choose a start date and an end date.', 'counterfoil' );
		case 'tax':
			return fault === 'empty'
				? __( 'Enter the tax name and rate.', 'counterfoil' )
				: __( 'Enter the tax rate as a percentage from 0 to 100, for example 19 or 7.5.', 'counterfoil' );
	}
}

/** The editor's name of a field for each of a request: "/lines/2/unit_price" is "line-7/price". */
export function byField( errors: FieldErrors, keys: readonly string[] ): FieldErrors {
	const fields: Record< string, string > = {};
	for ( const [ at, sentence ] of Object.entries( errors ) ) {
		const [ , name = '', index, field = '' ] = at.split( '/' );
		const key = name === 'lines' && index !== undefined ? keys[ Number( index ) ] : undefined;
		fields[ key ? `${ key }/${ LINE_FIELDS[ field ] ?? 'description' }` : name ] ??= sentence;
	}
	return fields;
}

const LINE_FIELDS: Readonly< Record< string, LineField > > = {
	description: 'description',
	plan_id: 'description',
	quantity: 'quantity',
	unit_price: 'price',
	discount: 'discount',
	tax: 'tax',
	supply: 'supply',
};
