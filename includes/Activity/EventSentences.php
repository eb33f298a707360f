<?php

declare(strict_types=1);

namespace Counterfoil\Activity;

/**
 * What happened, as a sentence in the reader's language. Who did it stands beside it and is not part of
 * it. A type that is not known here (written by a newer version) is shown as it is.
 */
final readonly class EventSentences
{
    /** @param array<string, mixed> $data what was recorded with it */
    public function say(string $type, array $data): string
    {
        $words = new EventWords($data);
        [$noun] = explode('.', $type, 2);

        return match ($noun) {
            'invoice' => $this->invoice($type, $words),
            'payment' => $this->payment($type, $words),
            'refund' => $this->refund($type, $words),
            'client' => $this->client($type, $words),
            'contact' => $this->contact($type, $words),
            'website' => $this->website($type, $words),
            'product' => $this->product($type, $words),
            'plan' => $this->plan($type, $words),
            'settings' => $this->settings($type),
            default => null,
        } ?? $type;
    }

    private function invoice(string $type, EventWords $words): ?string
    {
        $recipients = $words->text('recipients');

        return match ($type) {
            'invoice.created' => __('Draft created', 'counterfoil'),
            'invoice.updated' => __('Draft changed', 'counterfoil'),
            'invoice.deleted' => __('Draft deleted', 'counterfoil'),
            'invoice.duplicated' => $words->text('original') === ''
                ? __('Draft duplicated', 'counterfoil')
                /* translators: %s: invoice number */
                : sprintf(__('Draft created as a copy of invoice %s', 'counterfoil'), $words->text('original')),
            'invoice.sent' => $recipients === ''
                /* translators: %s: invoice number */
                ? sprintf(__('Invoice %s sent', 'counterfoil'), $words->text('number'))
                /* translators: 1: invoice number, 2: e-mail addresses */
                : sprintf(__('Invoice %1$s sent to %2$s', 'counterfoil'), $words->text('number'), $recipients),
            'invoice.resent' => $recipients === ''
                /* translators: %s: invoice number */
                ? sprintf(__('Invoice %s sent again', 'counterfoil'), $words->text('number'))
                /* translators: 1: invoice number, 2: e-mail addresses */
                : sprintf(__('Invoice %1$s sent again to %2$s', 'counterfoil'), $words->text('number'), $recipients),
            /* translators: %s: invoice number */
            'invoice.opened' => sprintf(__('Invoice %s opened for the first time', 'counterfoil'), $words->text('number')),
            /* translators: %s: invoice number */
            'invoice.paid' => sprintf(__('Invoice %s paid', 'counterfoil'), $words->text('number')),
            /* translators: %s: invoice number */
            'invoice.voided' => sprintf(__('Invoice %s declared void', 'counterfoil'), $words->text('number')),
            'invoice.note_added' => __('Note added', 'counterfoil'),
            'invoice.note_deleted' => __('Note deleted', 'counterfoil'),
            default => null,
        };
    }

    private function payment(string $type, EventWords $words): ?string
    {
        return match ($type) {
            /* translators: %s: amount of money */
            'payment.started' => sprintf(__('Payment of %s begun', 'counterfoil'), $words->money()),
            'payment.succeeded' => $words->text('method') === ''
                /* translators: %s: amount of money */
                ? sprintf(__('Payment of %s received', 'counterfoil'), $words->money())
                /* translators: 1: amount of money, 2: how it was paid ("Visa ending in 4242") */
                : sprintf(__('Payment of %1$s received (%2$s)', 'counterfoil'), $words->money(), $words->text('method')),
            'payment.failed' => $words->failure() === ''
                /* translators: %s: amount of money */
                ? sprintf(__('Payment of %s failed', 'counterfoil'), $words->money())
                /* translators: 1: amount of money, 2: a sentence that says why */
                : sprintf(__('Payment of %1$s failed: %2$s', 'counterfoil'), $words->money(), $words->failure()),
            /* translators: %s: amount of money */
            'payment.requires_action' => sprintf(__('Payment of %s waits for the payer’s bank to confirm it', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'payment.cancelled' => sprintf(__('Payment of %s cancelled', 'counterfoil'), $words->money()),
            /* translators: 1: amount of money, 2: how it was paid ("Bank transfer") */
            'payment.recorded_offline' => sprintf(__('Payment of %1$s recorded (%2$s)', 'counterfoil'), $words->money(), $words->offline_method()),
            /* translators: %s: a sentence that says what is unusual */
            'payment.flagged' => sprintf(__('A payment needs a look: %s', 'counterfoil'), $words->text('flag')),
            default => null,
        };
    }

    private function refund(string $type, EventWords $words): ?string
    {
        return match ($type) {
            /* translators: %s: amount of money */
            'refund.started' => sprintf(__('Refund of %s begun', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'refund.made' => sprintf(__('%s refunded', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'refund.failed' => sprintf(__('Refund of %s failed', 'counterfoil'), $words->money()),
            default => null,
        };
    }

    private function client(string $type, EventWords $words): ?string
    {
        return match ($type) {
            'client.created' => __('Client added', 'counterfoil'),
            'client.updated' => __('Client’s details changed', 'counterfoil'),
            default => null,
        };
    }

    private function contact(string $type, EventWords $words): ?string
    {
        $name = $words->name();

        return match ($type) {
            /* translators: %s: a person's name */
            'contact.created' => sprintf(__('Contact %s added', 'counterfoil'), $name),
            /* translators: %s: a person's name */
            'contact.updated' => sprintf(__('Contact %s changed', 'counterfoil'), $name),
            /* translators: %s: a person's name */
            'contact.deleted' => sprintf(__('Contact %s removed', 'counterfoil'), $name),
            /* translators: %s: a person's name */
            'contact.invited' => sprintf(__('%s invited to the portal', 'counterfoil'), $name),
            /* translators: %s: a person's name */
            'contact.invitation_revoked' => sprintf(__('Invitation of %s taken back', 'counterfoil'), $name),
            /* translators: %s: a person's name */
            'contact.accepted' => sprintf(__('%s accepted the invitation', 'counterfoil'), $name),
            /* translators: %s: a person's name */
            'contact.access_suspended' => sprintf(__('Portal access of %s suspended', 'counterfoil'), $name),
            /* translators: %s: a person's name */
            'contact.access_restored' => sprintf(__('Portal access of %s restored', 'counterfoil'), $name),
            /* translators: %s: a person's name */
            'contact.access_lost' => sprintf(__('Portal access of %s ended with the user’s account', 'counterfoil'), $name),
            /* translators: %s: a person's name */
            'contact.logged_in' => sprintf(__('%s logged in to the portal', 'counterfoil'), $name),
            /* translators: %s: a person's name */
            'contact.password_changed' => sprintf(__('%s changed the password', 'counterfoil'), $name),
            default => null,
        };
    }

    private function website(string $type, EventWords $words): ?string
    {
        return match ($type) {
            /* translators: %s: name of a website */
            'website.created' => sprintf(__('Website %s added', 'counterfoil'), $words->name()),
            /* translators: %s: name of a website */
            'website.updated' => sprintf(__('Website %s changed', 'counterfoil'), $words->name()),
            /* translators: %s: name of a website */
            'website.deleted' => sprintf(__('Website %s deleted', 'counterfoil'), $words->name()),
            default => null,
        };
    }

    private function product(string $type, EventWords $words): ?string
    {
        return match ($type) {
            /* translators: %s: name of a product */
            'product.created' => sprintf(__('Product %s added', 'counterfoil'), $words->name()),
            /* translators: %s: name of a product */
            'product.updated' => sprintf(__('Product %s changed', 'counterfoil'), $words->name()),
            /* translators: %s: name of a product */
            'product.archived' => sprintf(__('Product %s archived', 'counterfoil'), $words->name()),
            /* translators: %s: name of a product */
            'product.restored' => sprintf(__('Product %s brought back', 'counterfoil'), $words->name()),
            /* translators: %s: name of a product */
            'product.deleted' => sprintf(__('Product %s deleted', 'counterfoil'), $words->name()),
            default => null,
        };
    }

    private function plan(string $type, EventWords $words): ?string
    {
        return match ($type) {
            /* translators: %s: name of a plan */
            'plan.created' => sprintf(__('Plan %s added', 'counterfoil'), $words->name()),
            /* translators: %s: name of a plan */
            'plan.updated' => sprintf(__('Plan %s changed', 'counterfoil'), $words->name()),
            /* translators: %s: name of a plan */
            'plan.archived' => sprintf(__('Plan %s archived', 'counterfoil'), $words->name()),
            /* translators: %s: name of a plan */
            'plan.restored' => sprintf(__('Plan %s brought back', 'counterfoil'), $words->name()),
            /* translators: %s: name of a plan */
            'plan.deleted' => sprintf(__('Plan %s deleted', 'counterfoil'), $words->name()),
            default => null,
        };
    }

    private function settings(string $type): ?string
    {
        return match ($type) {
            'settings.business_updated' => __('Business profile changed', 'counterfoil'),
            'settings.invoicing_updated' => __('Invoice settings changed', 'counterfoil'),
            'settings.payments_updated' => __('Payment settings changed', 'counterfoil'),
            'settings.pages_created' => __('Portal pages made', 'counterfoil'),
            default => null,
        };
    }
}
