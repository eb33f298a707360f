import { useEffect } from '@wordpress/element';
import type { OperationId, RequestOf, ResponseOf } from './api';
import type { Form } from './form';
import type { Command } from './store';

interface Submit {
	/** Resolves to true when it was saved. */
	readonly submit: () => Promise< boolean >;
	/** For a form's `onSubmit`. */
	readonly onSubmit: ( event: { preventDefault: () => void } ) => void;
}

/**
 * Sends a form: checked first; what the server says is wrong stands at the fields.
 *
 * @param form    The form.
 * @param command What it becomes; its `isBusy` and `error` are for the button and the message above the form.
 * @param request The request made of the form's values.
 * @param onDone  With the server's answer.
 */
export function useSubmit< T extends object, Id extends OperationId >(
	form: Form< T >,
	command: Command< Id >,
	request: () => RequestOf< Id >,
	onDone: ( answer: ResponseOf< Id > ) => void
): Submit {
	const { refuse } = form;
	const { error } = command;
	useEffect( () => {
		if ( error ) {
			refuse( error );
		}
	}, [ error, refuse ] );
	const submit = async () => {
		if ( command.isBusy || ! form.validate() ) {
			return false;
		}
		const answer = await command.run( request() );
		if ( answer === undefined ) {
			return false;
		}
		onDone( answer );
		return true;
	};
	const onSubmit = ( event: { preventDefault: () => void } ) => {
		event.preventDefault();
		void submit();
	};
	return { submit, onSubmit };
}
