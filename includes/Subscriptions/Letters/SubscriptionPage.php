<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Letters;

use Counterfoil\Clients\PortalAccess;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Payments\Methods\Portal\MethodsScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Subscriptions\Portal\SubscriptionScreen;

/** Buttons that open a subscription, or what it is charged to, in the portal; for readers who can open it. */
final readonly class SubscriptionPage
{
    public function __construct(private PortalUrls $urls, private PortalAccess $access)
    {
    }

    /** Opens their payment methods, for readers who may change them. */
    public function methods(QueuedMail $mail, Letterhead $letterhead): ?Button
    {
        return $mail->client_id !== null && $this->urls->has_portal_page($letterhead->portal) && $this->access->may($mail->client_id, $mail->recipient, 'billing.manage')
            ? new Button(__('Update payment method', 'counterfoil'), $this->urls->to($letterhead->portal, MethodsScreen::WORD))
            : null;
    }

    public function button(QueuedMail $mail, Letterhead $letterhead): ?Button
    {
        return $mail->client_id !== null && $this->urls->has_portal_page($letterhead->portal) && $this->access->may($mail->client_id, $mail->recipient, 'subscriptions.view')
            ? new Button(__('View subscription', 'counterfoil'), $this->urls->to($letterhead->portal, SubscriptionScreen::WORD, ['id' => $mail->number('subscription_id')]))
            : null;
    }
}
