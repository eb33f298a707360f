import type {
	Attachment,
	Discount,
	DocumentKind,
	Invoice,
	InvoiceInput,
	StoredInvoicing,
	Tax,
	TaxCategory,
} from '../../../contract/invoices';
import type { ChosenRecipients } from '../../../domain/invoices/recipients-field';
import { plusDays, today } from '../../../shared/dates';
import { typedDecimal } from '../../../shared/decimal';
import { typedMoney } from '../../../shared/money';

/** A discount as it is typed; its kind is what the text means. */
export interface TypedDiscount {
	readonly type: 'percent' | 'amount';
	readonly text: string;
}

export interface TypedTax {
	readonly name: string;
	readonly rate: string;
	/** Null while nobody said it; a rate above zero is a standard rate by itself. */
	readonly category: TaxCategory | null;
	readonly reason_code: string;
	readonly reason: string;
	/** Its name and rate are being typed: not yet one to choose for other lines. */
	readonly isTyped?: boolean;
	/** Nobody chose it: it follows what is proposed for the client and the plan. */
	readonly isProposed?: boolean;
}

/** A line as it is typed: numbers are text until they are read. */
export interface DraftLine {
	/** Of this line while the editor is open, wherever it is moved to. */
	readonly key: string;
	readonly plan_id: number | null;
	/** One period of a recurring plan. */
	readonly isRecurring: boolean;
	/** Of the plan that was just chosen: an invoice has no trial. */
	readonly trialDays?: number;
	readonly description: string;
	readonly quantity: string;
	readonly price: string;
	readonly discount: TypedDiscount | null;
	readonly tax: TypedTax | null;
	/** Empty for that of the plan, else a piece. */
	readonly unit: string;
	/** Days, "2026-03-31"; empty for those of the invoice. */
	readonly supplyFrom: string;
	readonly supplyTo: string;
	/** Unit and period are shown, also while they are the usual ones. */
	readonly hasDetails?: boolean;
}

export interface Draft extends Omit<
	InvoiceInput,
	'kind' | 'client_id' | 'lines' | 'discount' | 'coupon' | 'supply' | 'exchange_rate' | 'attachments' | 'recipients'
> {
	readonly client_id: number | null;
	/** Null for what is usual for the client. */
	readonly kind: DocumentKind | null;
	readonly lines: readonly DraftLine[];
	readonly discount: TypedDiscount | null;
	/** A coupon's code; empty for none. */
	readonly coupon: string;
	/** Days, "2026-03-31"; may be empty. */
	readonly supplyFrom: string;
	readonly supplyTo: string;
	readonly buyer_reference: string;
	readonly purchase_order: string;
	/** Of the VAT; empty for the published one. */
	readonly exchangeRate: string;
	/** Those that have arrived. */
	readonly attachments: readonly Attachment[];
	/** Chosen in this form; null for those it has. */
	readonly recipients: ChosenRecipients | null;
}

export type LineChanges = Partial< Omit< DraftLine, 'key' > >;

let lastKey = 0;
const newKey = () => `line-${ ++lastKey }`;

/** The tax that new lines start with, until the server proposes one; none while the settings have none. */
export function defaultTax( { tax }: StoredInvoicing ): TypedTax | null {
	return (
		tax && {
			name: tax.name,
			rate: typedDecimal( tax.rate ),
			category: tax.category,
			reason_code: tax.reason_code,
			reason: tax.reason,
			isProposed: true,
		}
	);
}

export function newLine( tax: TypedTax | null ): DraftLine {
	return {
		key: newKey(),
		plan_id: null,
		isRecurring: false,
		description: '',
		quantity: '1',
		price: '',
		discount: null,
		tax,
		unit: '',
		supplyFrom: '',
		supplyTo: '',
	};
}

export function newDraft( settings: StoredInvoicing, currency: string ): Draft {
	return {
		client_id: null,
		kind: null,
		website_id: null,
		currency,
		tax_mode: settings.tax_mode,
		due_date: plusDays( today(), settings.due_days ),
		lines: [ newLine( defaultTax( settings ) ) ],
		discount: null,
		coupon: '',
		message: '',
		supplyFrom: '',
		supplyTo: '',
		buyer_reference: '',
		purchase_order: '',
		exchangeRate: '',
		attachments: [],
		recipients: null,
	};
}

/**
 * A saved draft as it is typed.
 *
 * @param invoice The draft.
 * @param tax     Of the line to begin with when it has none yet.
 */
export function draftOf( invoice: Invoice, tax: TypedTax | null ): Draft {
	const { currency } = invoice;
	const lines = invoice.lines.map( ( line ) => ( {
		key: newKey(),
		plan_id: line.plan_id,
		isRecurring: line.interval !== null,
		description: line.description,
		quantity: typedDecimal( line.quantity ),
		price: typedMoney( line.unit_price, currency ),
		discount: typedDiscount( line.discount, currency ),
		tax: typedTax( line.tax ),
		unit: line.unit_code === 'C62' ? '' : line.unit_code,
		supplyFrom: line.supply.from ?? '',
		supplyTo: line.supply.to ?? '',
	} ) );
	return {
		client_id: invoice.client.id,
		kind: invoice.kind,
		website_id: invoice.website?.id ?? null,
		currency,
		tax_mode: invoice.tax_mode,
		due_date: invoice.due_date,
		lines: lines.length > 0 ? lines : [ newLine( tax ) ],
		discount: typedDiscount( invoice.discount, currency ),
		coupon: invoice.coupon?.code ?? '',
		message: invoice.message,
		supplyFrom: invoice.supply.from ?? '',
		supplyTo: invoice.supply.to ?? '',
		buyer_reference: invoice.buyer_reference,
		purchase_order: invoice.purchase_order,
		exchangeRate: typedDecimal( invoice.exchange_rate ),
		attachments: invoice.attachments,
		recipients: null,
	};
}

function typedDiscount( discount: Discount | null, currency: string ): TypedDiscount | null {
	if ( ! discount ) {
		return null;
	}
	return discount.type === 'percent'
		? { type: 'percent', text: typedDecimal( discount.percent ) }
		: { type: 'amount', text: typedMoney( discount.amount, currency ) };
}

export const typedTax = ( tax: Tax | null ): TypedTax | null => tax && { ...tax, rate: typedDecimal( tax.rate ) };

/** Nothing was typed into it: it is left out when the invoice is saved. */
export const isUntouched = ( line: DraftLine ): boolean =>
	line.plan_id === null && line.description.trim() === '' && line.price.trim() === '' && line.discount === null;

export const setLine = ( draft: Draft, key: string, changes: LineChanges ): Draft => ( {
	...draft,
	lines: draft.lines.map( ( line ) => ( line.key === key ? { ...line, ...changes } : line ) ),
} );

/** Behind the others; an untouched line at the end makes room for one from a plan. */
export function addLine( draft: Draft, line: DraftLine ): Draft {
	const last = draft.lines.at( -1 );
	const before = last && isUntouched( last ) && ! isUntouched( line ) ? draft.lines.slice( 0, -1 ) : draft.lines;
	return { ...draft, lines: [ ...before, line ] };
}

export function duplicateLine( draft: Draft, key: string ): Draft {
	return {
		...draft,
		lines: draft.lines.flatMap( ( line ) =>
			line.key === key ? [ line, { ...line, key: newKey() } ] : [ line ]
		),
	};
}

export const removeLine = ( draft: Draft, key: string ): Draft => ( {
	...draft,
	lines: draft.lines.filter( ( line ) => line.key !== key ),
} );

/** Puts a line back where it was. */
export const insertLine = ( draft: Draft, line: DraftLine, at: number ): Draft => ( {
	...draft,
	lines: [ ...draft.lines.slice( 0, at ), line, ...draft.lines.slice( at ) ],
} );

export function moveLine( draft: Draft, key: string, by: -1 | 1 ): Draft {
	const from = draft.lines.findIndex( ( line ) => line.key === key );
	const line = draft.lines[ from ];
	const to = from + by;
	if ( ! line || to < 0 || to >= draft.lines.length ) {
		return draft;
	}
	const others = draft.lines.filter( ( other ) => other !== line );
	return { ...draft, lines: [ ...others.slice( 0, to ), line, ...others.slice( to ) ] };
}
