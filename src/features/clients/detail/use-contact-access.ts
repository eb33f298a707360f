import { __, sprintf } from '@wordpress/i18n';
import type { Contact } from '../../../contract/clients';
import type { ApiFailure } from '../../../shared/api';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

export interface ContactAccess {
	readonly invite: () => void;
	readonly revoke: () => void;
	readonly suspend: () => void;
	readonly restore: () => void;
	readonly remove: () => void;
	readonly isBusy: boolean;
	readonly error: ApiFailure | undefined;
	readonly clearError: () => void;
}

/** Everything that gives somebody access or takes it away; each says what it did. */
export function useContactAccess( { id, name, email }: Contact ): ContactAccess {
	const invite = useCommand( 'contacts.invite' );
	const revoke = useCommand( 'contacts.revoke' );
	const suspend = useCommand( 'contacts.suspend' );
	const restore = useCommand( 'contacts.restore' );
	const remove = useCommand( 'contacts.delete' );
	const commands = [ invite, revoke, suspend, restore, remove ];
	const failed = commands.find( ( { error } ) => error );
	const request = { params: { id } };
	const then = ( done: Promise< unknown >, words: string ) =>
		void done.then( ( answer ) => answer && toast( words ) );
	return {
		invite: () =>
			then(
				invite.run( request ),
				/* translators: %s: e-mail address */
				sprintf( __( 'The invitation is on its way to %s.', 'counterfoil' ), email )
			),
		revoke: () =>
			then(
				revoke.run( request ),
				__( 'Invitation taken back. Its link does not work any more.', 'counterfoil' )
			),
		suspend: () =>
			then(
				suspend.run( request ),
				/* translators: %s: name of a person */
				sprintf( __( '%s was logged out and can’t log in any more.', 'counterfoil' ), name )
			),
		restore: () =>
			then(
				restore.run( request ),
				/* translators: %s: name of a person */
				sprintf( __( '%s can log in again.', 'counterfoil' ), name )
			),
		remove: () => then( remove.run( request ), __( 'Contact removed.', 'counterfoil' ) ),
		isBusy: commands.some( ( { isBusy } ) => isBusy ),
		error: failed?.error,
		clearError: () => failed?.clearError(),
	};
}
