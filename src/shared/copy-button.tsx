import { Button } from '@wordpress/components';
import { useCopyToClipboard } from '@wordpress/compose';
import { copy } from '@wordpress/icons';
import { toast } from './toasts';

interface Props {
	readonly label: string;
	readonly text: string;
	/** What is said afterwards: "Address copied." */
	readonly done: string;
}

export function CopyButton( { label, text, done }: Props ) {
	const ref = useCopyToClipboard< HTMLButtonElement >( text, () => toast( done ) );
	return (
		<Button ref={ ref } icon={ copy } variant="secondary" __next40pxDefaultSize>
			{ label }
		</Button>
	);
}
