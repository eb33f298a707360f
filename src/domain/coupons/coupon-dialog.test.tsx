import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { boot } from '../../shared/boot';
import { useCommand, useRead } from '../../shared/store';
import { CreateCoupon } from './coupon-dialog';

jest.mock( '../../shared/store', () => ( {
	...jest.requireActual< object >( '../../shared/store' ),
	useRead: jest.fn(),
	useCommand: jest.fn(),
} ) );

const run = jest.fn();
const plan = ( id: number, name: string ) => ( { id, name, archived_at: null, sentence: `${ name }, €9.00` } );

beforeEach( () => {
	window.counterfoil = {
		...boot(),
		locale: 'en-US',
		currency: 'EUR',
		currencies: [
			{ code: 'EUR', decimals: 2 },
			{ code: 'USD', decimals: 2 },
		],
	};
	run.mockReset().mockResolvedValue( undefined );
	jest.mocked( useCommand ).mockReturnValue( {
		run,
		isBusy: false,
		error: undefined,
		clearError: () => {},
	} as never );
	jest.mocked( useRead ).mockReturnValue( {
		data: {
			items: [
				{ id: 7, name: 'Hosting', plans: [ plan( 8, 'Monthly' ), plan( 9, 'Yearly' ) ] },
				{ id: 5, name: 'Website', plans: [ plan( 6, 'Landing page' ) ] },
			],
			next_cursor: null,
		},
	} as never );
} );

const type = ( label: string | RegExp, value: string ) =>
	fireEvent.change( screen.getByLabelText( label ), { target: { value } } );
const save = async () =>
	act( async () => void fireEvent.submit( document.querySelector( 'form' ) as HTMLFormElement ) );

test( 'what is missing is said at its field and nothing is sent', async () => {
	render( <CreateCoupon onClose={ () => {} } /> );
	await save();
	expect( run ).not.toHaveBeenCalled();
	expect( screen.getAllByText( 'This field is required.' ).length ).toBeGreaterThan( 1 );
	expect( screen.getByText( /Enter a percentage from 0 to 100/ ) ).toBeTruthy();
} );

test( 'amounts in two currencies, for a plan, are sent as they were typed', async () => {
	render( <CreateCoupon onClose={ () => {} } /> );
	type( 'Code', 'autumn' );
	type( 'Name', 'Autumn offer' );
	type( 'Discount', 'amount' );
	fireEvent.click( screen.getByRole( 'button', { name: 'Add another currency' } ) );
	const amounts = screen.getAllByLabelText( 'Amount off' );
	fireEvent.change( amounts[ 0 ] as HTMLElement, { target: { value: '10' } } );
	fireEvent.change( amounts[ 1 ] as HTMLElement, { target: { value: '12.50' } } );
	type( 'Uses per client (optional)', '1' );
	fireEvent.click( screen.getByRole( 'combobox', { name: 'Only for (optional)' } ) );
	const found = within( screen.getByRole( 'listbox' ) ).getAllByRole( 'option' );
	expect( found.map( ( { textContent } ) => textContent ) ).toEqual( [
		'HostingAll plans',
		'Hosting: MonthlyMonthly, €9.00',
		'Hosting: YearlyYearly, €9.00',
		'WebsiteAll plans',
	] );
	fireEvent.mouseDown( found[ 2 ] as HTMLElement );
	await save();
	expect( run.mock.calls[ 0 ][ 0 ].body ).toEqual( {
		code: 'autumn',
		name: 'Autumn offer',
		value: {
			type: 'amount',
			amounts: [
				{ amount: 1000, currency: 'EUR' },
				{ amount: 1250, currency: 'USD' },
			],
		},
		duration: 'once',
		cycles: null,
		max_uses: null,
		max_uses_per_client: 1,
		valid_from: null,
		valid_until: null,
		product_ids: [],
		plan_ids: [ 9 ],
	} );
} );
