<?php

declare(strict_types=1);

namespace Counterfoil\Payments;

use Counterfoil\Payments\Rest\PaymentsController;
use Counterfoil\Payments\Rest\PortalPaymentsController;
use Counterfoil\Plugin;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Work;

final class PaymentsModule implements Module
{
    private ?PaymentRepository $payments = null;
    private ?RefundRepository $refunds = null;
    private ?GatewayEventRepository $gateway_events = null;
    private ?Gateways $gateways = null;
    private ?PaymentMails $mails = null;
    private ?SettlePayment $settle = null;
    private ?StartPayment $start = null;

    public function __construct(private readonly Plugin $plugin)
    {
    }

    public function register(): void
    {
        add_action('rest_api_init', function (): void {
            $invoices = $this->plugin->invoices;
            (new PaymentsController(
                $this->record_offline(),
                $this->refund(),
                static fn (int $id): array => $invoices->resource()->to_wire($invoices->invoices()->get($id))
            ))->register($this->plugin->routes());
            (new PortalPaymentsController($this->plugin->identity->session(), $this->pay(), $this->refresh(), $this->portal_resource()))->register($this->plugin->routes());
        });
        add_action(Work::ACTION, fn () => $this->process_events()->due());
        add_action(Work::ACTION, fn () => $this->reconcile()->due());
    }

    public function payments(): PaymentRepository
    {
        return $this->payments ??= new PaymentRepository($this->plugin->database, $this->plugin->clock);
    }

    public function refunds(): RefundRepository
    {
        return $this->refunds ??= new RefundRepository($this->plugin->database, $this->plugin->clock);
    }

    public function gateway_events(): GatewayEventRepository
    {
        return $this->gateway_events ??= new GatewayEventRepository($this->plugin->database, $this->plugin->clock);
    }

    public function gateways(): Gateways
    {
        $stripe = $this->plugin->stripe;

        return $this->gateways ??= new Gateways($stripe->current(...), ['stripe' => $stripe->gateway(...)]);
    }

    public function resource(): PaymentResource
    {
        return new PaymentResource();
    }

    public function portal_resource(): PortalPaymentResource
    {
        return new PortalPaymentResource($this->gateways(), $this->plugin->invoices->invoices(), $this->plugin->brand->portals(), $this->plugin->portal->urls());
    }

    public function pay(): PayInvoice
    {
        return new PayInvoice(
            $this->plugin->database,
            $this->plugin->clock,
            $this->payments(),
            $this->plugin->invoices->invoices(),
            $this->gateways(),
            $this->start(),
            $this->refresh(),
            $this->stop(),
            new AwaitStart($this->plugin->clock, $this->payments(), $this->refresh()),
            $this->plugin->activity->log()
        );
    }

    public function refresh(): RefreshPayment
    {
        return new RefreshPayment($this->payments(), $this->gateways(), $this->start(), $this->settle());
    }

    public function catch_up(): CatchUp
    {
        return new CatchUp($this->payments(), $this->refresh());
    }

    /** Ends what is under way before an invoice is paid in another way or declared void. Calls outside. */
    public function stop(): StopPayment
    {
        return new StopPayment($this->payments(), $this->gateways(), $this->refresh(), $this->settle());
    }

    public function record_offline(): RecordOfflinePayment
    {
        return new RecordOfflinePayment(
            $this->plugin->database,
            $this->plugin->clock,
            $this->payments(),
            $this->plugin->invoices->invoices(),
            $this->plugin->invoices->settle(),
            $this->settle(),
            $this->stop(),
            $this->mails(),
            $this->plugin->activity->log(),
            $this->plugin->brand->business(...)
        );
    }

    public function refund(): RefundPayment
    {
        return new RefundPayment(
            $this->plugin->database,
            $this->plugin->clock,
            $this->payments(),
            $this->refunds(),
            $this->gateways(),
            $this->settle_refund(),
            $this->complete_refund(),
            $this->plugin->activity->log()
        );
    }

    public function reconcile(): ReconcilePayments
    {
        return new ReconcilePayments($this->plugin->clock, $this->payments(), $this->refunds(), $this->refresh(), $this->stop(), $this->complete_refund());
    }

    public function process_events(): ProcessGatewayEvents
    {
        return new ProcessGatewayEvents(
            $this->gateway_events(),
            $this->payments(),
            $this->gateways(),
            $this->settle(),
            $this->read_refunds()
        );
    }

    private function start(): StartPayment
    {
        return $this->start ??= new StartPayment(
            $this->plugin->database,
            $this->plugin->clock,
            $this->payments(),
            new CustomerRepository($this->plugin->database),
            $this->plugin->clients->clients(),
            $this->plugin->invoices->invoices(),
            $this->settle(),
            $this->plugin->activity->log()
        );
    }

    private function settle(): SettlePayment
    {
        return $this->settle ??= new SettlePayment(
            $this->plugin->database,
            $this->plugin->clock,
            $this->payments(),
            $this->plugin->invoices->settle(),
            $this->mails(),
            $this->plugin->activity->log()
        );
    }

    private function settle_refund(): SettleRefund
    {
        return new SettleRefund(
            $this->plugin->database,
            $this->plugin->clock,
            $this->payments(),
            $this->refunds(),
            $this->plugin->invoices->settle(),
            $this->mails(),
            $this->plugin->activity->log()
        );
    }

    private function complete_refund(): CompleteRefund
    {
        return new CompleteRefund($this->plugin->clock, $this->payments(), $this->gateways(), $this->settle_refund(), $this->read_refunds());
    }

    private function read_refunds(): ReadRefunds
    {
        return new ReadRefunds($this->refunds(), $this->gateways(), $this->settle_refund());
    }

    private function mails(): PaymentMails
    {
        return $this->mails ??= new PaymentMails($this->plugin->emails->outbox(...), $this->plugin->emails->recipients(...), $this->plugin->clients->clients());
    }
}
