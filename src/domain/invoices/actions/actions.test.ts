import type { Invoice, InvoiceRow } from '../../../contract/invoices';
import { type BootData, boot } from '../../../shared/boot';
import type { AnyInvoice } from '../any-invoice';
import { invoiceActions } from '.';
import { pdfName } from './download';

const everything: BootData[ 'can' ] = { view: true, bill: true, refund: true, manageClients: true, settings: true };
const who = ( can: Partial< BootData[ 'can' ] > = {} ) => {
	window.counterfoil = { ...boot(), currencies: [ { code: 'EUR', decimals: 2 } ], can: { ...everything, ...can } };
};
beforeEach( () => who() );

const euro = ( amount: number ) => ( { amount, currency: 'EUR' } );

const row = ( state: InvoiceRow[ 'state' ], changes: Partial< InvoiceRow > = {} ): InvoiceRow => ( {
	id: 7,
	number: state === 'draft' ? null : 'INV-7',
	kind: 'invoice',
	client: { id: 3, name: 'Brauhaus', contact: 'Marta' },
	website: '',
	state,
	on_its_way: null,
	transfer_announced_on: null,
	days_overdue: 0,
	is_disputed: false,
	total: euro( 10_000 ),
	due: euro( state === 'paid' || state === 'void' ? 0 : 10_000 ),
	issue_date: state === 'draft' ? null : '2026-11-01',
	due_date: '2026-11-15',
	portal_url: state === 'draft' ? null : 'https://studio.example/portal/?view=invoice&id=7',
	created_at: '2026-11-01T08:00:00Z',
	...changes,
} );

/** As on its own screen: only what actions look at. */
const whole = ( state: Invoice[ 'state' ], changes: object = {} ): AnyInvoice =>
	( {
		...row( state ),
		website: null,
		lines: [ {} ],
		recipients: [ 'marta@brauhaus.example' ],
		payments: [],
		client_credit: euro( 0 ),
		portal_url: 'https://studio.example/portal/?view=invoice&id=7',
		totals: { total: euro( 10_000 ), credited: euro( 0 ), due: row( state ).due },
		...changes,
	} ) as unknown as AnyInvoice;

const offered = ( invoice: AnyInvoice ) =>
	invoiceActions.filter( ( { isEligible } ) => isEligible( invoice ) ).map( ( { id } ) => id );

test.each( [
	[ 'draft', [ 'edit', 'send', 'open-pdf', 'download', 'duplicate', 'delete' ] ],
	[
		'due',
		[
			'view',
			'record-payment',
			'resend',
			'open-pdf',
			'download',
			'copy-link',
			'revoke-links',
			'duplicate',
			'credit',
			'void',
		],
	],
	[
		'overdue',
		[
			'view',
			'record-payment',
			'resend',
			'open-pdf',
			'download',
			'copy-link',
			'revoke-links',
			'duplicate',
			'credit',
			'void',
		],
	],
	[
		'part_paid',
		[
			'view',
			'record-payment',
			'resend',
			'open-pdf',
			'download',
			'copy-link',
			'revoke-links',
			'duplicate',
			'credit',
		],
	],
	[ 'paid', [ 'view', 'resend', 'open-pdf', 'download', 'copy-link', 'revoke-links', 'duplicate', 'credit' ] ],
	[ 'void', [ 'view', 'open-pdf', 'download', 'copy-link', 'duplicate' ] ],
] as const )( 'a row that is %s offers what would be done', ( state, ids ) => {
	expect( offered( row( state ) ) ).toEqual( ids );
} );

test.each( [
	[ 'draft', [ 'edit', 'send', 'open-pdf', 'download', 'copy-link', 'duplicate', 'delete' ] ],
	[
		'due',
		[
			'record-payment',
			'resend',
			'open-pdf',
			'download',
			'copy-link',
			'revoke-links',
			'duplicate',
			'credit',
			'void',
		],
	],
	[ 'paid', [ 'resend', 'open-pdf', 'download', 'copy-link', 'revoke-links', 'duplicate', 'credit' ] ],
	[ 'void', [ 'open-pdf', 'download', 'copy-link', 'duplicate' ] ],
] as const )( 'the screen of one that is %s offers what would be done', ( state, ids ) => {
	const payments = state === 'paid' ? [ { state: 'succeeded' } ] : [];
	expect( offered( whole( state, { payments } ) ) ).toEqual( ids );
} );

test( 'without the right to bill, it can be looked at and taken along', () => {
	who( { bill: false } );
	expect( offered( row( 'draft' ) ) ).toEqual( [ 'open-pdf', 'download' ] );
	expect( offered( row( 'overdue' ) ) ).toEqual( [ 'view', 'open-pdf', 'download', 'copy-link' ] );
} );

test.each( [
	[ 'send', 'draft', { recipients: [] } ],
	[ 'send', 'draft', { lines: [] } ],
	[ 'resend', 'due', { recipients: [] } ],
	[ 'void', 'due', { payments: [ { state: 'processing' } ] } ],
	[ 'void', 'due', { payments: [ { state: 'unknown' } ] } ],
	[ 'void', 'due', { payments: [ { state: 'requires_action' } ] } ],
	[ 'void', 'due', { totals: { total: euro( 0 ), due: euro( 0 ) } } ],
	[ 'record-payment', 'due', { totals: { total: euro( 100 ), credited: euro( 0 ), due: euro( 0 ) } } ],
	[ 'copy-link', 'due', { portal_url: null } ],
] as const )( '%s would be refused for one that is %s with %j, so it is not offered', ( id, state, changes ) => {
	expect( offered( whole( state ) ) ).toContain( id );
	expect( offered( whole( state, changes ) ) ).not.toContain( id );
} );

test( 'a payment that was only begun does not keep an invoice from being void', () => {
	expect( offered( whole( 'due', { payments: [ { state: 'intended' }, { state: 'failed' } ] } ) ) ).toContain(
		'void'
	);
} );

test( 'several at once: what can be sent, mailed again, downloaded', () => {
	expect( invoiceActions.filter( ( { supportsBulk } ) => supportsBulk ).map( ( { id } ) => id ) ).toEqual( [
		'send',
		'resend',
		'download',
	] );
} );

test( 'no two files of a ZIP are called the same, and none is a path', () => {
	expect( pdfName( row( 'due', { number: '2026/7' } ) ) ).toBe( '2026-7.pdf' );
	expect( pdfName( row( 'draft', { id: 8 } ) ) ).not.toBe( pdfName( row( 'draft', { id: 9 } ) ) );
	expect( pdfName( row( 'due', { number: '../7' } ) ) ).not.toMatch( /^\.|\// );
} );

test( 'credit is used where the client has some and something is due', () => {
	expect( offered( whole( 'due', { client_credit: euro( 1 ) } ) ) ).toContain( 'use-credit' );
	expect( offered( whole( 'paid', { client_credit: euro( 1 ) } ) ) ).not.toContain( 'use-credit' );
} );

test( 'what was credited in full is not credited again', () => {
	expect( offered( row( 'credited' ) ) ).not.toContain( 'credit' );
} );
