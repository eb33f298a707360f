import { act, renderHook } from '@testing-library/react';
import { useAsked } from './use-asked';

describe( 'useAsked', () => {
	beforeEach( () => {
		jest.useFakeTimers();
	} );
	afterEach( () => {
		jest.useRealTimers();
	} );

	const rest = () => act( async () => jest.advanceTimersByTime( 250 ) );

	it( 'asks once the question rests, and answers only the one that is there now', async () => {
		const ask = jest.fn( async ( question: string ) => `answer to ${ question }` );
		const { result, rerender } = renderHook( ( { question } ) => useAsked( question, ask ), {
			initialProps: { question: '' },
		} );
		await rest();
		expect( ask ).not.toHaveBeenCalled();
		rerender( { question: 'a' } );
		rerender( { question: 'ab' } );
		await rest();
		expect( ask.mock.calls.map( ( [ question ] ) => question ) ).toEqual( [ 'ab' ] );
		expect( result.current.answer ).toBe( 'answer to ab' );
		rerender( { question: 'abc' } );
		expect( result.current.answer ).toBeUndefined();
	} );

	it( 'says why there is no answer', async () => {
		const { result } = renderHook( () => useAsked( 'a', () => Promise.reject( new Error( 'No.' ) ) ) );
		await rest();
		expect( result.current.answer ).toBeUndefined();
		expect( result.current.error?.message ).toBeTruthy();
	} );
} );
