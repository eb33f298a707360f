import { SnackbarList } from '@wordpress/components';
import { dispatch, select, useDispatch, useSelect } from '@wordpress/data';
import { store as notices } from '@wordpress/notices';

interface Offer {
	readonly label: string;
	readonly onClick: () => void;
}

const CONTEXT = 'counterfoil';

/**
 * Says what was done, at the bottom of the screen, for a moment. It takes the place of what was said before: several
 * would lie over what is worked on, and an older one would come back when the newer one has gone.
 *
 * @param message What was done.
 * @param offer   What can be done about it: "Undo".
 */
export function toast( message: string, offer?: Offer ): void {
	const older = select( notices ).getNotices( CONTEXT );
	void dispatch( notices ).removeNotices(
		older.map( ( { id } ) => id ),
		CONTEXT
	);
	void dispatch( notices ).createSuccessNotice( message, {
		type: 'snackbar',
		context: CONTEXT,
		...( offer ? { actions: [ offer ] } : {} ),
	} );
}

export function Toasts() {
	const list = useSelect( ( from ) => from( notices ).getNotices( CONTEXT ), [] );
	const { removeNotice } = useDispatch( notices );
	return (
		<SnackbarList
			className="counterfoil-toasts"
			notices={ list as never }
			onRemove={ ( id ) => removeNotice( id, CONTEXT ) }
		/>
	);
}
