import { act, renderHook } from '@testing-library/react';
import { call } from '../../../shared/api';
import type { Draft } from './draft';
import { usePreview } from './use-preview';

jest.mock( '../../../shared/api', () => ( {
	...jest.requireActual< object >( '../../../shared/api' ),
	call: jest.fn(),
} ) );

const draft = ( message: string ): Draft =>
	( {
		client_id: null,
		website_id: null,
		currency: 'EUR',
		tax_mode: 'exclusive',
		due_date: '2026-12-01',
		lines: [],
		discount: null,
		coupon: '',
		supplyFrom: '',
		supplyTo: '',
		buyer_reference: '',
		purchase_order: '',
		exchangeRate: '',
		attachments: [],
		recipients: null,
		message,
	} ) as unknown as Draft;

/** Each question that was asked, to be answered in whatever order. */
const asked: Array< { message: string; answer: () => void; signal: AbortSignal | undefined } > = [];

beforeEach( () => {
	jest.useFakeTimers();
	asked.length = 0;
	jest.mocked( call ).mockImplementation(
		( ( _id: string, request: { body: { message: string } }, { signal }: { signal?: AbortSignal } = {} ) =>
			new Promise( ( resolve ) => {
				const { message } = request.body;
				asked.push( {
					message,
					signal,
					answer: () =>
						resolve( { totals: message, amounts: [], proposals: [], document: {}, unprintable: {} } ),
				} );
			} ) ) as never
	);
} );
afterEach( () => jest.useRealTimers() );

const rest = () => act( async () => void ( await jest.advanceTimersByTimeAsync( 200 ) ) );

test( 'an old answer that comes last is not shown', async () => {
	const { result, rerender } = renderHook( ( { message } ) => usePreview( draft( message ) ), {
		initialProps: { message: 'old' },
	} );
	await rest();
	rerender( { message: 'new' } );
	await rest();
	expect( asked.map( ( { message } ) => message ) ).toEqual( [ 'old', 'new' ] );
	expect( asked[ 0 ]?.signal?.aborted ).toBe( true );

	await act( async () => asked[ 1 ]?.answer() );
	expect( result.current.preview?.totals ).toBe( 'new' );
	await act( async () => asked[ 0 ]?.answer() );
	expect( result.current.preview?.totals ).toBe( 'new' );
	expect( result.current.isStale ).toBe( false );
} );

test( 'what is shown while a newer answer is on its way says so', async () => {
	const { result, rerender } = renderHook( ( { message } ) => usePreview( draft( message ) ), {
		initialProps: { message: 'old' },
	} );
	await rest();
	await act( async () => asked[ 0 ]?.answer() );
	expect( result.current.isStale ).toBe( false );
	rerender( { message: 'new' } );
	expect( result.current.preview?.totals ).toBe( 'old' );
	expect( result.current.isStale ).toBe( true );
} );
