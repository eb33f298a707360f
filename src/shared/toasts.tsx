import { SnackbarList } from '@wordpress/components';
import { dispatch, useDispatch, useSelect } from '@wordpress/data';
import { store as notices } from '@wordpress/notices';

interface Offer {
	readonly label: string;
	readonly onClick: () => void;
}

/**
 * Says what was done, at the bottom of the screen, for a moment.
 *
 * @param message What was done.
 * @param offer   What can be done about it: "Undo".
 */
export function toast( message: string, offer?: Offer ): void {
	void dispatch( notices ).createSuccessNotice( message, {
		type: 'snackbar',
		context: 'counterfoil',
		...( offer ? { actions: [ offer ] } : {} ),
	} );
}

export function Toasts() {
	const list = useSelect( ( select ) => select( notices ).getNotices( 'counterfoil' ), [] );
	const { removeNotice } = useDispatch( notices );
	return (
		<SnackbarList
			className="counterfoil-toasts"
			// The newest alone: several would lie over what is worked on.
			notices={ list.slice( 0, 1 ) as never }
			onRemove={ ( id ) => removeNotice( id, 'counterfoil' ) }
		/>
	);
}
