<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Webhooks;

use Counterfoil\Activity\EventWords;
use Counterfoil\Business\BusinessModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Disputes\CheckDispute;
use Counterfoil\Payments\Disputes\DisputedMoney;
use Counterfoil\Payments\Disputes\DisputeRepository;
use Counterfoil\Payments\Disputes\RecordDispute;
use Counterfoil\Payments\GatewaysTable;
use Counterfoil\Payments\Letters\DisputeLetter;
use Counterfoil\Payments\LookBack;
use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Payments\Refunds\RefundsModule;
use Counterfoil\Payments\Reversals\ReversalsModule;
use Counterfoil\Payments\Webhooks\Rest\WebhooksController;
use Counterfoil\Shared\Finding;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use Counterfoil\Shared\Rest\AnswerFirst;
use Counterfoil\Shared\SharedModule;
use DateTimeImmutable;

/** What gateways tell of their own accord: webhooks at one address for all of them, and disputes. */
final class WebhooksModule extends Module
{
    public function tables(): array
    {
        return [GatewaysTable::class];
    }

    public function raw_routes(): void
    {
        (new WebhooksController($this->receive(...)))->register();
    }

    public function jobs(): array
    {
        return [
            new Job(ReceiveWebhook::JOB, fn (int $id, int $attempt): ?DateTimeImmutable => $this->process()->one($id, $attempt)),
            new Job(CheckDispute::JOB, fn (int $id, int $attempt): ?DateTimeImmutable => $this->check_dispute()->one($id)),
            new Job('disputes.sweep', function (): null {
                $this->check_dispute()->sweep();

                return null;
            }, every: 6 * HOUR_IN_SECONDS),
            new Job('gateway.sweep', function (): null {
                $this->events()->sweep();

                return null;
            }, every: DAY_IN_SECONDS),
        ];
    }

    public function health(): array
    {
        return ['webhooks' => fn (): Finding => (new WebhookHealth($this->plugin->module(PaymentsModule::class)->registry(), $this->events(), $this->plugin->database()))->look($this->plugin->clock()->now())];
    }

    public function letters(): array
    {
        return ['dispute' => fn (): LetterWriter => new DisputeLetter($this->plugin->module(InvoicesModule::class)->invoices())];
    }

    public function sentences(): array
    {
        return [
            /* translators: %s: amount of money */
            'dispute.inquiry' => static fn (EventWords $words): string => sprintf(__('The client’s bank opened an inquiry about the payment of %s', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'dispute.opened' => static fn (EventWords $words): string => sprintf(__('The client’s bank disputed the payment of %s', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'dispute.under_review' => static fn (EventWords $words): string => sprintf(__('Dispute of %s under review', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'dispute.won' => static fn (EventWords $words): string => sprintf(__('Dispute of %s won', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'dispute.lost' => static fn (EventWords $words): string => sprintf(__('Dispute of %s lost', 'counterfoil'), $words->money()),
            /* translators: %s: amount of money */
            'dispute.closed' => static fn (EventWords $words): string => sprintf(__('Inquiry about %s closed', 'counterfoil'), $words->money()),
        ];
    }

    private function receive(): ReceiveWebhook
    {
        return new ReceiveWebhook(
            $this->plugin->module(PaymentsModule::class)->registry(),
            $this->events(),
            $this->plugin->database(),
            $this->plugin->queue(),
            $this->look(...)
        );
    }

    /** What is kept is received: where it can be answered first, the gateway need not wait while it is asked what is true. */
    private function look(int $row): void
    {
        $look = fn () => $this->plugin->module(SharedModule::class)->worker()->run_one(ReceiveWebhook::JOB, $row);
        if (! AnswerFirst::is_possible()) {
            $look();

            return;
        }
        ignore_user_abort(true);
        // Before mails are sent, at 20.
        add_action('shutdown', static function () use ($look): void {
            AnswerFirst::send();
            $look();
        });
    }

    private function process(): ProcessGatewayEvents
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new ProcessGatewayEvents(
            $this->plugin->clock(),
            $this->events(),
            $payments->payments(),
            $payments->registry(),
            $payments->settle(),
            $this->plugin->module(RefundsModule::class)->read_refunds(),
            $this->record_dispute(),
            $this->plugin->module(MethodsModule::class)->read()
        );
    }

    private function check_dispute(): CheckDispute
    {
        $payments = $this->plugin->module(PaymentsModule::class);

        return new CheckDispute($this->plugin->clock(), $this->disputes(), $payments->payments(), $payments->registry(), $this->record_dispute(), new LookBack($this->plugin->settings(), $this->plugin->clock(), 'disputes'));
    }

    public function record_dispute(): RecordDispute
    {
        $reversals = $this->plugin->module(ReversalsModule::class);

        return new RecordDispute(
            $this->plugin->changes(),
            $this->disputes(),
            $this->plugin->module(PaymentsModule::class)->payments(),
            $reversals->return_debit(),
            $this->plugin->module(RefundsModule::class)->read_refunds(),
            new DisputedMoney($this->disputes(), $reversals->reversals(), $reversals->reverse()),
            $this->plugin->clock(),
            $this->plugin->module(BusinessModule::class)->business(...),
            $this->plugin->module(BusinessModule::class)->calendar(...)
        );
    }

    public function disputes(): DisputeRepository
    {
        return new DisputeRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function events(): GatewayEventRepository
    {
        return new GatewayEventRepository($this->plugin->database(), $this->plugin->clock());
    }
}
