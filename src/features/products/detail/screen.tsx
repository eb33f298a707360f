import { __ } from '@wordpress/i18n';
import { useParams } from 'wouter';
import { BillClient } from '../../../domain/invoices/bill-client';
import { productMenu } from '../../../domain/products/actions';
import { ActionMenu } from '../../../shared/actions/action-menu';
import { NotFound } from '../../../shared/not-found';
import { Page } from '../../../shared/page';
import { Pending } from '../../../shared/pending';
import { Problem } from '../../../shared/problem';
import { useRead } from '../../../shared/store';
import './screen.scss';
import { NewProduct } from './new-product';
import { Plans } from './plans';
import { ProductDetails } from './product-details';

const back = () => ( { href: '/products', label: __( 'Products', 'counterfoil' ) } );

/** A product that is there, or a new one. */
export default function ProductScreen() {
	const { id = '' } = useParams< { id: string } >();
	if ( id === 'new' ) {
		return (
			<Page
				title={ __( 'Create product', 'counterfoil' ) }
				back={ back() }
				actions={ <BillClient variant="secondary" /> }
			>
				<NewProduct />
			</Page>
		);
	}
	return /^[1-9]\d*$/.test( id ) ? <ExistingProduct id={ Number( id ) } /> : <NotFound />;
}

function ExistingProduct( { id }: { readonly id: number } ) {
	const { data: product, error, reload } = useRead( 'products.get', { params: { id } } );
	if ( ! product || error?.status === 404 ) {
		return <Pending title={ __( 'Product', 'counterfoil' ) } back={ back() } error={ error } onRetry={ reload } />;
	}
	return (
		<Page
			title={ product.name }
			back={ back() }
			badge={
				product.archived_at && (
					<span className="counterfoil-state is-void">{ __( 'Archived', 'counterfoil' ) }</span>
				)
			}
			actions={
				<>
					<ActionMenu
						item={ product }
						actions={ productMenu }
						label={ __( 'Actions for this product', 'counterfoil' ) }
					/>
					<BillClient variant="secondary" />
				</>
			}
		>
			<Problem error={ error } onRetry={ reload } />
			<div className="counterfoil-product">
				<Plans product={ product } />
				<ProductDetails key={ product.id } product={ product } />
			</div>
		</Page>
	);
}
