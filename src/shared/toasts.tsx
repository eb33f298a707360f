import { SnackbarList } from '@wordpress/components';
import { dispatch, useDispatch, useSelect } from '@wordpress/data';
import { store as notices } from '@wordpress/notices';

/** Says what was done, at the bottom of the screen, for a moment. */
export function toast( message: string ): void {
	void dispatch( notices ).createSuccessNotice( message, { type: 'snackbar', context: 'counterfoil' } );
}

export function Toasts() {
	const list = useSelect( ( select ) => select( notices ).getNotices( 'counterfoil' ), [] );
	const { removeNotice } = useDispatch( notices );
	return (
		<SnackbarList
			className="counterfoil-toasts"
			notices={ list as never }
			onRemove={ ( id ) => removeNotice( id, 'counterfoil' ) }
		/>
	);
}
