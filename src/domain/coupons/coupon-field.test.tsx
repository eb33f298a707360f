import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from '@wordpress/element';
import { useRead } from '../../shared/store';
import { CouponField } from './coupon-field';

jest.mock( '../../shared/store', () => ( {
	...jest.requireActual< object >( '../../shared/store' ),
	useRead: jest.fn(),
} ) );

const listed = ( code: string, state = 'active' ) => ( { code, name: `${ code } offer`, worth: '10% off', state } );

beforeEach( () => {
	jest.useFakeTimers();
	jest.mocked( useRead ).mockReturnValue( {
		data: { items: [ listed( 'SPRING-25' ), listed( 'LATER', 'scheduled' ) ], next_cursor: null },
	} as never );
} );
afterEach( () => jest.useRealTimers() );

function Editor( { error }: { readonly error?: string } ) {
	const [ code, setCode ] = useState( '' );
	const amount = { amount: 100, currency: 'EUR' };
	const applied = { id: 3, code: 'SPRING-25', name: 'Spring offer', amount };
	return <CouponField code={ code } applied={ applied } error={ code ? error : undefined } onChange={ setCode } />;
}

const rest = () => act( async () => void ( await jest.advanceTimersByTimeAsync( 300 ) ) );
const open = async () => {
	fireEvent.click( screen.getByRole( 'button', { name: 'Add coupon' } ) );
	await rest();
	fireEvent.click( screen.getByRole( 'combobox', { name: 'Coupon' } ) );
	await rest();
};

test( 'one that can be used now is chosen, named, and removed again', async () => {
	render( <Editor /> );
	await open();
	expect( screen.getAllByRole( 'option' ).map( ( { textContent } ) => textContent ) ).toEqual( [
		'SPRING-25SPRING-25 offer · 10% off',
	] );
	fireEvent.mouseDown( screen.getByRole( 'option' ) );
	expect( screen.getByText( 'Spring offer' ) ).toBeTruthy();
	fireEvent.click( screen.getByRole( 'button', { name: 'Remove coupon' } ) );
	expect( screen.getByRole( 'button', { name: 'Add coupon' } ) ).toBeTruthy();
} );

test( 'any code can be typed, and why it can’t be used is said', async () => {
	render( <Editor error="The coupon OLD has expired." /> );
	await open();
	fireEvent.change( screen.getByRole( 'combobox', { name: 'Coupon' } ), { target: { value: ' old' } } );
	await rest();
	const typed = screen.getByRole( 'option', { name: 'Use the code “old”' } );
	fireEvent.mouseDown( typed );
	expect( screen.getByRole( 'alert' ).textContent ).toBe( 'The coupon OLD has expired.' );
	expect( screen.getByText( 'OLD' ) ).toBeTruthy();
} );
