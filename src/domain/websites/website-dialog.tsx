import { __ } from '@wordpress/i18n';
import { type Website, websiteInput } from '../../contract/websites';
import { FormDialog } from '../../shared/form-dialog';
import { useForm } from '../../shared/form';
import { useCommand } from '../../shared/store';
import { TextField } from '../../shared/text-field';
import { toast } from '../../shared/toasts';
import { useSubmit } from '../../shared/use-submit';
import { WebAddressField } from '../../shared/web-address-field';

interface Props {
	readonly clientId: number;
	/** Left out for a new one. */
	readonly website: Website | undefined;
	readonly onClose: () => void;
}

export function WebsiteDialog( { clientId, website, onClose }: Props ) {
	const form = useForm( websiteInput, { name: website?.name ?? '', url: website?.url ?? '' }, false );
	const create = useCommand( 'websites.create' );
	const update = useCommand( 'websites.update' );
	const done = () => {
		toast( website ? __( 'Website saved.', 'counterfoil' ) : __( 'Website added.', 'counterfoil' ) );
		onClose();
	};
	const body = form.values;
	const adding = useSubmit( form, create, () => ( { params: { id: clientId }, body } ), done );
	const saving = useSubmit( form, update, () => ( { params: { id: website?.id ?? 0 }, body } ), done );
	return (
		<FormDialog
			title={ website ? __( 'Edit website', 'counterfoil' ) : __( 'Add website', 'counterfoil' ) }
			button={ website ? __( 'Save website', 'counterfoil' ) : __( 'Add website', 'counterfoil' ) }
			isBusy={ create.isBusy || update.isBusy }
			error={ create.error ?? update.error }
			onSubmit={ website ? saving.onSubmit : adding.onSubmit }
			onClose={ onClose }
		>
			<TextField
				label={ __( 'Name', 'counterfoil' ) }
				autoComplete="off"
				value={ body.name }
				error={ form.errorOf( 'name' ) }
				onChange={ ( name ) => form.set( { name } ) }
			/>
			<WebAddressField
				label={ __( 'Address', 'counterfoil' ) }
				value={ body.url }
				error={ form.errorOf( 'url' ) }
				onChange={ ( url ) => form.set( { url } ) }
			/>
		</FormDialog>
	);
}
