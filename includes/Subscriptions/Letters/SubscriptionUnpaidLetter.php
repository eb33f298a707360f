<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Letters;

use Counterfoil\Emails\Button;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Subscriptions\Settings\LastStep;

/** To the agency, about invoice_id: the last try to charge a subscription failed, or its bill stayed unpaid. data: client, step (a LastStep that was taken; empty for none). */
final readonly class SubscriptionUnpaidLetter implements LetterWriter
{
    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        /* translators: %s: name of a client */
        $news = sprintf(__('An invoice for a subscription of %s stays unpaid, and we won’t try to charge it again.', 'counterfoil'), $mail->text('client'));

        return new Letter(
            /* translators: %s: name of a client */
            sprintf(__('A subscription of %s is unpaid', 'counterfoil'), $mail->text('client')),
            $news,
            __('A subscription is unpaid', 'counterfoil'),
            [$news, match (LastStep::tryFrom($mail->text('step'))) {
                LastStep::Pause => __('As you chose in the settings, the subscription is paused.', 'counterfoil'),
                LastStep::Cancel => __('As you chose in the settings, the subscription has ended.', 'counterfoil'),
                LastStep::Suspend => __('As you chose in the settings, the client’s portal access is suspended until everything overdue for their subscriptions is paid. The subscription stays active.', 'counterfoil'),
                LastStep::Keep => __('As you chose in the settings, the subscription stays active. Contact the client, or cancel the subscription.', 'counterfoil'),
                null => __('The subscription is on hold or has ended, so it stays as it is. Contact the client about the invoice.', 'counterfoil'),
            }],
            [],
            $mail->invoice_id === null ? null : new Button(__('Open invoice', 'counterfoil'), admin_url("admin.php?page=counterfoil#/invoices/{$mail->invoice_id}"))
        );
    }
}
