import { z } from 'zod';

/**
 * An invoice as people read it: every string is made by the server, nothing is computed here.
 * The twin of includes/Documents/Paper.php, which says what each field is for.
 */
const party = z.strictObject( {
	label: z.string(),
	name: z.string(),
	lines: z.array( z.string() ),
} );

/** A logo drawn anew by the server: opaque, small enough to mail. */
export const paperLogo = z.strictObject( {
	mime: z.enum( [ 'image/png', 'image/jpeg' ] ),
	data: z.base64(),
	width: z.int().positive(),
	height: z.int().positive(),
} );

export const paperLine = z.strictObject( {
	description: z.string(),
	detail: z.string().nullable(),
	quantity: z.string().nullable(),
	unit_price: z.string().nullable(),
	discount: z.string().nullable(),
	tax: z.string().nullable(),
	amount: z.string(),
} );

export const paper = z.strictObject( {
	locale: z.string().regex( /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/ ),
	direction: z.enum( [ 'ltr', 'rtl' ] ),
	/** The sheet it is printed on. */
	page: z.enum( [ 'a4', 'letter' ] ),
	title: z.string(),
	headline: z.string().nullable(),
	accent: z.string().regex( /^#[0-9a-f]{6}$/ ),
	logo: paperLogo.nullable(),
	seller: party,
	buyer: party,
	facts: z.array( z.strictObject( { label: z.string(), value: z.string() } ) ),
	columns: z.strictObject( {
		description: z.string(),
		quantity: z.string().nullable(),
		unit_price: z.string().nullable(),
		discount: z.string().nullable(),
		tax: z.string().nullable(),
		amount: z.string(),
	} ),
	lines: z.array( paperLine ),
	totals: z.array(
		z.strictObject( {
			label: z.string(),
			value: z.string(),
			strong: z.boolean(),
		} )
	),
	/** What the law wants to be said: "Reverse charge …", a line each. */
	notes: z.array( z.string() ),
	message: z.string().nullable(),
	pay_hint: z.strictObject( { text: z.string(), url: z.string().nullable() } ).nullable(),
	/** How to pay by bank transfer, with a code that a banking app reads: rows of modules, "1" is dark. */
	transfer: z
		.strictObject( {
			label: z.string(),
			lines: z.array( z.string() ),
			code: z
				.strictObject( { rows: z.array( z.string().regex( /^[01]+$/ ) ).min( 21 ), caption: z.string() } )
				.nullable(),
		} )
		.nullable(),
	footer: z.string().nullable(),
	page_label: z.string(),
} );

export type Paper = z.infer< typeof paper >;
export type PaperLine = z.infer< typeof paperLine >;
