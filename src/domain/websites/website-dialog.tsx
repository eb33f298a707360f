import { __ } from '@wordpress/i18n';
import { type Website, websiteInput } from '../../contract/websites';
import type { FormPart } from '../../shared/form/part';
import { useForm } from '../../shared/form/use-form';
import { FormDialog } from '../../shared/form/form-dialog';
import { useCommand } from '../../shared/store';
import { TextField } from '../../shared/form/text-field';
import { toast } from '../../shared/toasts';
import { WebAddressField } from '../../shared/form/web-address-field';

export function AddWebsite( { clientId, onClose }: { readonly clientId: number; readonly onClose: () => void } ) {
	const form = useForm( {
		schema: websiteInput,
		initial: { name: '', url: '' },
		command: useCommand( 'websites.create' ),
		request: ( body ) => ( { params: { id: clientId }, body } ),
		onDone: () => {
			toast( __( 'Website added.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Add website', 'counterfoil' ) }
			button={ __( 'Add website', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<WebsiteFields website={ form } />
		</FormDialog>
	);
}

export function EditWebsite( { website, onClose }: { readonly website: Website; readonly onClose: () => void } ) {
	const form = useForm( {
		schema: websiteInput,
		initial: { name: website.name, url: website.url },
		command: useCommand( 'websites.update' ),
		request: ( body ) => ( { params: { id: website.id }, body } ),
		onDone: () => {
			toast( __( 'Website saved.', 'counterfoil' ) );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Edit website', 'counterfoil' ) }
			button={ __( 'Save website', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<WebsiteFields website={ form } />
		</FormDialog>
	);
}

function WebsiteFields( { website }: { readonly website: FormPart< { name: string; url: string } > } ) {
	return (
		<>
			<TextField label={ __( 'Name', 'counterfoil' ) } autoComplete="off" { ...website.field( 'name' ) } />
			<WebAddressField label={ __( 'Address', 'counterfoil' ) } { ...website.field( 'url' ) } />
		</>
	);
}
