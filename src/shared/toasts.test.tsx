import { act, render, screen, waitFor } from '@testing-library/react';
import { toast, Toasts } from './toasts';

const shown = () => screen.queryAllByTestId( 'snackbar' ).map( ( { textContent } ) => textContent );

describe( 'What was done', () => {
	it( 'is said alone, the newest in the place of the one before', async () => {
		jest.spyOn( window, 'scrollTo' ).mockReturnValue( undefined );
		render( <Toasts /> );
		act( () => toast( 'Plan archived.' ) );
		expect( shown() ).toEqual( [ 'Plan archived.' ] );
		act( () => toast( 'Plan deleted.' ) );
		await waitFor( () => expect( shown() ).toEqual( [ 'Plan deleted.' ] ) );
	} );
} );
