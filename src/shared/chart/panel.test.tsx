import { fireEvent, render, screen, within } from '@testing-library/react';
import type { OverviewChart } from '../../contract/reports';
import { boot } from '../boot';
import { ChartPanel } from './panel';

beforeAll( () => {
	window.counterfoil = {
		...boot(),
		currency: 'USD',
		currencies: [
			{ code: 'USD', decimals: 2 },
			{ code: 'JPY', decimals: 0 },
		],
	};
} );

const opens = ( month: string ) => ( { screen: '/payments', query: { received_from: `${ month }-01` } } );
const chart: OverviewChart = {
	id: 'received',
	title: 'Net billings by month',
	about: '',
	shape: 'columns',
	head: 'Month',
	series: [ 'Net billings' ],
	empty: 'No payments.',
	rows: [
		{
			label: 'October 2026',
			short: 'Oct',
			counted: '2 payments',
			tone: 'plain',
			values: [
				[
					{ amount: 123456, currency: 'USD' },
					{ amount: 700, currency: 'JPY' },
				],
			],
			opens: opens( '2026-10' ),
		},
		{ label: 'November 2026', short: 'Nov', counted: '', tone: 'plain', values: [ [] ], opens: opens( '2026-11' ) },
	],
};

describe( 'ChartPanel', () => {
	it( 'has every sum of its chart in a table, each currency for itself', () => {
		render( <ChartPanel chart={ chart } /> );
		const table = within( screen.getByRole( 'table', { hidden: true } ) );
		expect( table.getAllByRole( 'columnheader', { hidden: true } ).map( ( head ) => head.textContent ) ).toEqual( [
			'Month',
			'Net billings (USD)',
			'Net billings (JPY)',
		] );
		const october = within( table.getByRole( 'row', { name: /October/, hidden: true } ) );
		expect( october.getAllByRole( 'cell', { hidden: true } ).map( ( cell ) => cell.textContent ) ).toEqual( [
			'$1,234.56',
			'¥700',
		] );
	} );

	it( 'opens the list of each month, by name', () => {
		render( <ChartPanel chart={ chart } /> );
		expect(
			screen.getByRole( 'link', { name: /October 2026: \$1,234.56 · 2 payments/ } ).getAttribute( 'href' )
		).toBe( '#/payments?received_from=2026-10-01' );
	} );

	it( 'says of several series those that a month has something of, and of what is to come the first', () => {
		const sum = ( amount: number ) => [ { amount, currency: 'USD' } ];
		const moved = {
			...chart,
			series: [ 'New', 'Churn' ],
			rows: chart.rows.map( ( row, index ) => ( {
				...row,
				values: index === 0 ? [ sum( 500 ), sum( -200 ) ] : [ [], sum( -100 ) ],
			} ) ),
		};
		const { container, unmount } = render( <ChartPanel chart={ moved } /> );
		const said = ( of: HTMLElement ) => of.querySelector( '.counterfoil-chart__said' )?.textContent;
		expect( said( container ) ).toBe( 'November 2026: Churn −$1.00' );
		unmount();
		expect( said( render( <ChartPanel chart={ moved } isAhead /> ).container ) ).toBe(
			'October 2026: New $5.00 · Churn −$2.00 · 2 payments'
		);
	} );

	it( 'draws the currency that is chosen', () => {
		render( <ChartPanel chart={ chart } /> );
		fireEvent.change( screen.getByLabelText( 'Currency' ), { target: { value: 'JPY' } } );
		expect( screen.getByRole( 'link', { name: /October 2026: ¥700/ } ) ).not.toBeNull();
	} );

	it( 'says so when there is nothing to draw', () => {
		render( <ChartPanel chart={ { ...chart, rows: [] } } /> );
		expect( screen.getByText( 'No payments.' ) ).not.toBeNull();
		expect( screen.queryByRole( 'table', { hidden: true } ) ).toBeNull();
	} );
} );
