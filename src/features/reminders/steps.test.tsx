import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from '@wordpress/element';
import { Steps } from './steps';

function Editor( { initial, onDays }: { initial: number[]; onDays: ( days: number[] ) => void } ) {
	const [ days, setDays ] = useState( initial );
	const change = ( next: number[] ) => {
		setDays( next );
		onDays( next );
	};
	return <Steps value={ days } error={ undefined } errorOf={ () => undefined } onChange={ change } />;
}

function edit( initial: number[] ) {
	const onDays = jest.fn< void, [ number[] ] >();
	render( <Editor initial={ initial } onDays={ onDays } /> );
	return onDays;
}

const choose = ( at: number, side: string ) =>
	fireEvent.change( screen.getAllByLabelText( 'When' )[ at ] as HTMLElement, { target: { value: side } } );

test( 'days before the due date are negative, and the due date has none', () => {
	const onDays = edit( [ -3, 7 ] );
	fireEvent.change( screen.getAllByLabelText( 'Days' )[ 0 ] as HTMLElement, { target: { value: '5' } } );
	expect( onDays ).toHaveBeenLastCalledWith( [ -5, 7 ] );
	choose( 1, 'on' );
	expect( onDays ).toHaveBeenLastCalledWith( [ -5, 0 ] );
	expect( screen.getAllByLabelText( 'Days' ) ).toHaveLength( 1 );
	choose( 1, 'after' );
	expect( onDays ).toHaveBeenLastCalledWith( [ -5, 1 ] );
} );

test( 'a long time after becomes the longest before', () => {
	const onDays = edit( [ 60 ] );
	choose( 0, 'before' );
	expect( onDays ).toHaveBeenLastCalledWith( [ -30 ] );
} );

test( 'another one comes a week after the last, and has the focus; one can be removed', () => {
	const onDays = edit( [ -3, 7 ] );
	fireEvent.click( screen.getByRole( 'button', { name: 'Add reminder' } ) );
	expect( onDays ).toHaveBeenLastCalledWith( [ -3, 7, 14 ] );
	const field = screen.getAllByLabelText( 'Days' )[ 2 ];
	expect( field?.ownerDocument.activeElement ).toBe( field );
	fireEvent.click( screen.getByRole( 'button', { name: 'Remove reminder 2' } ) );
	expect( onDays ).toHaveBeenLastCalledWith( [ -3, 14 ] );
} );

test( 'too many days before the due date are too many, not too few', () => {
	render(
		<Steps
			value={ [ -90 ] }
			error={ undefined }
			errorOf={ () => 'Too low. The minimum is -30.' }
			onChange={ jest.fn() }
		/>
	);
	expect( screen.getByRole( 'alert' ).textContent ).toBe( 'Too high. The maximum is 30.' );
} );
