import { __ } from '@wordpress/i18n';
import { useParams } from 'wouter';
import type { Coupon } from '../../../contract/coupons';
import { couponMenu } from '../../../domain/coupons/actions';
import { CouponStateBadge } from '../../../domain/coupons/state';
import { scopeOf, usesOf, validity } from '../../../domain/coupons/words';
import { BillClient } from '../../../domain/invoices/bill-client';
import { ActionMenu } from '../../../shared/actions/action-menu';
import { Fact } from '../../../shared/fact';
import { formatMoney } from '../../../shared/money';
import { NotFound } from '../../../shared/not-found';
import { Page } from '../../../shared/page';
import { Pending } from '../../../shared/pending';
import { Problem } from '../../../shared/problem';
import { useRead } from '../../../shared/store';
import './screen.scss';
import { Uses } from './uses';

const back = () => ( { href: '/products/coupons', label: __( 'Coupons', 'counterfoil' ) } );

/** What a coupon is worth, and what it was used for. */
export default function CouponScreen() {
	const { id = '' } = useParams< { id: string } >();
	return /^[1-9]\d*$/.test( id ) ? <ExistingCoupon id={ Number( id ) } /> : <NotFound />;
}

function ExistingCoupon( { id }: { readonly id: number } ) {
	const { data: coupon, error, reload } = useRead( 'coupons.get', { params: { id } } );
	if ( ! coupon || error?.status === 404 ) {
		return <Pending title={ __( 'Coupon', 'counterfoil' ) } back={ back() } error={ error } onRetry={ reload } />;
	}
	return (
		<Page
			title={ coupon.code }
			back={ back() }
			badge={ <CouponStateBadge state={ coupon.state } /> }
			actions={
				<>
					<ActionMenu
						item={ coupon }
						actions={ couponMenu }
						label={ __( 'Actions for this coupon', 'counterfoil' ) }
					/>
					<BillClient variant="secondary" />
				</>
			}
		>
			<Problem error={ error } onRetry={ reload } />
			<div className="counterfoil-coupon">
				<Uses coupon={ coupon } />
				<Details coupon={ coupon } />
			</div>
		</Page>
	);
}

function Details( { coupon }: { readonly coupon: Coupon } ) {
	const unlimited = __( 'No limit', 'counterfoil' );
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-coupon-details">
			<h2 id="counterfoil-coupon-details">{ __( 'Details', 'counterfoil' ) }</h2>
			<dl className="counterfoil-facts is-wide">
				<Fact label={ __( 'Name', 'counterfoil' ) }>{ coupon.name }</Fact>
				<Fact label={ __( 'Discount', 'counterfoil' ) }>{ coupon.worth }</Fact>
				<Fact label={ __( 'Duration', 'counterfoil' ) }>{ coupon.lasts }</Fact>
				<Fact label={ __( 'Valid', 'counterfoil' ) }>{ validity( coupon ) }</Fact>
				<Fact label={ __( 'Only for', 'counterfoil' ) }>{ scopeOf( coupon ) }</Fact>
				<Fact label={ __( 'Uses', 'counterfoil' ) }>{ usesOf( coupon ) }</Fact>
				<Fact label={ __( 'Uses per client', 'counterfoil' ) }>
					{ coupon.max_uses_per_client ?? unlimited }
				</Fact>
				<Fact label={ __( 'Taken off', 'counterfoil' ) }>
					<span className="counterfoil-money">
						{ coupon.taken_off.map( formatMoney ).join( ' · ' ) || '–' }
					</span>
				</Fact>
			</dl>
		</section>
	);
}
