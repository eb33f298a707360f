import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Invoice } from '../../contract/invoices';
import type { InvoiceLateFees } from '../../contract/late-fees';
import { LateFee } from './late-fee';

const mockRun = jest.fn();
let mockFees: InvoiceLateFees | undefined;

jest.mock( '../../shared/store', () => ( {
	useRead: () => ( { data: mockFees } ),
	useCommand: () => ( { run: mockRun, isBusy: false, error: undefined, clearError: () => undefined } ),
} ) );

const eur = ( amount: number ) => ( { amount, currency: 'EUR' } );

const proposed: NonNullable< InvoiceLateFees[ 'proposed' ] > = {
	amount: eur( 492 ),
	base: eur( 12300 ),
	percent: '2',
	months: 2,
	from: '2026-12-11',
	to: '2027-02-10',
	draft: null,
};

function show( fees: InvoiceLateFees, state: Invoice[ 'state' ] = 'overdue' ): string {
	window.counterfoil = {
		now: '2026-11-26T12:00:00Z',
		locale: 'en-US',
		timezone: 'UTC',
		restUrl: '/wp-json/',
		uploadLimit: 1024,
		dateFormat: 'M j, Y',
		timeFormat: 'g:i A',
		currency: 'EUR',
		currencies: [ { code: 'EUR', decimals: 2 } ],
		locales: [],
		timezones: [],
		assets: '/',
		can: { view: true, bill: true, refund: true, manageClients: true, settings: true },
	};
	mockFees = fees;
	mockRun.mockReset().mockResolvedValue( { draft_id: 9 } );
	const { container } = render( <LateFee invoice={ { id: 7, state } as unknown as Invoice } /> );
	return ( container.textContent ?? '' ).replace( /\s/g, ' ' );
}

test( 'it is proposed with what it is measured by, and adds what was shown', async () => {
	const text = show( { proposed, added: [] } );
	expect( text ).toContain( '2% of €123.00 per month for 2 months (Dec 11, 2026 to Feb 10, 2027).' );
	expect( text ).toContain( 'new draft' );
	fireEvent.click( screen.getByRole( 'button', { name: 'Add a late fee of €4.92' } ) );
	expect( mockRun ).toHaveBeenCalledWith( { params: { id: 7 }, body: { amount: eur( 492 ), draft_id: null } } );
	await waitFor( () => expect( window.location.hash ).toBe( '#/invoices/9/edit' ) );
} );

test( 'a draft that can take it is named, and another one can be chosen', () => {
	const text = show( { proposed: { ...proposed, draft: { id: 5, total: eur( 1000 ) } }, added: [] } );
	expect( text ).toContain( 'draft of €10.00' );
	fireEvent.click( screen.getByRole( 'button', { name: 'Add a late fee of €4.92' } ) );
	expect( mockRun ).toHaveBeenLastCalledWith( { params: { id: 7 }, body: { amount: eur( 492 ), draft_id: 5 } } );
	fireEvent.click( screen.getByRole( 'button', { name: 'Use a new draft instead' } ) );
	expect( mockRun ).toHaveBeenLastCalledWith( { params: { id: 7 }, body: { amount: eur( 492 ), draft_id: null } } );
} );

test( 'what was added is linked, and nothing is shown where there is nothing', () => {
	show( { proposed: null, added: [ { invoice_id: 9, number: null, amount: eur( 246 ) } ] } );
	expect( screen.getByRole( 'link', { name: 'On a draft' } ).getAttribute( 'href' ) ).toBe( '#/invoices/9' );
	expect( show( { proposed: null, added: [] } ) ).toBe( '' );
	expect( show( { proposed, added: [] }, 'due' ) ).toBe( '' );
} );
