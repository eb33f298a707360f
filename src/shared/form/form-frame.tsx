import { useRef } from '@wordpress/element';
import type { ReactNode } from 'react';
import type { Sending } from './use-form';
import { useSaveShortcut } from './use-save-shortcut';

interface Props {
	readonly form: Sending;
	readonly className: string;
	readonly children: ReactNode;
}

/** The form element around fields: Enter sends it, and so do Ctrl+S and ⌘S. */
export function FormFrame( { form, className, children }: Props ) {
	const frame = useRef< HTMLFormElement >( null );
	const submit = () => void form.submit();
	useSaveShortcut( frame, submit );
	return (
		<form
			ref={ frame }
			className={ className }
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				// A dialog's form is a child of its screen's where React is concerned.
				event.stopPropagation();
				submit();
			} }
		>
			{ children }
		</form>
	);
}
