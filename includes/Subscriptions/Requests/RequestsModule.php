<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Requests;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Privacy\PersonalData;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Letters\CancellationAcceptedLetter;
use Counterfoil\Subscriptions\Letters\CancellationDeclinedLetter;
use Counterfoil\Subscriptions\Letters\CancellationRequestedLetter;
use Counterfoil\Subscriptions\Letters\SubscriptionPage;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Rest\RequestsController;
use Counterfoil\Subscriptions\SubscriptionsModule;

/** Clients ask to cancel, the agency answers. */
final class RequestsModule extends Module
{
    public function tables(): array
    {
        return [RequestsTable::class];
    }

    public function letters(): array
    {
        return [
            'cancellation_requested' => fn (): LetterWriter => new CancellationRequestedLetter($this->requests()),
            'cancellation_accepted' => fn (): LetterWriter => new CancellationAcceptedLetter($this->page()),
            'cancellation_declined' => fn (): LetterWriter => new CancellationDeclinedLetter($this->requests(), $this->page()),
        ];
    }

    public function overview(): array
    {
        return [fn (Viewer $viewer): array => (new RequestsOnOverview($this->requests(), $this->subscriptions()->subscriptions(), $this->plugin->module(ClientsModule::class)->clients()))->parts($viewer)];
    }

    public function personal_data(): array
    {
        return [fn (): PersonalData => new PersonalRequests($this->requests())];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('subscription-requests.list', fn (Request $request): array => $this->controller()->list($request));
        $routes->bind('subscription-requests.accept', fn (Request $request): array => $this->controller()->accept($request));
        $routes->bind('subscription-requests.decline', fn (Request $request): array => $this->controller()->decline($request));
    }

    public function requests(): RequestRepository
    {
        return new RequestRepository($this->plugin->database(), $this->plugin->clock());
    }

    public function request(): RequestCancellation
    {
        return new RequestCancellation($this->plugin->changes(), $this->subscriptions()->subscriptions(), $this->requests(), $this->mails(), $this->plugin->clock(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    public function withdraw(): WithdrawRequest
    {
        return new WithdrawRequest($this->plugin->changes(), $this->requests());
    }

    public function accept(): AcceptRequest
    {
        return new AcceptRequest($this->plugin->changes(), $this->subscriptions()->subscriptions(), $this->requests(), $this->subscriptions()->cancel(), $this->plugin->module(RenewalsModule::class)->behind());
    }

    public function decline(): DeclineRequest
    {
        return new DeclineRequest($this->plugin->changes(), $this->subscriptions()->subscriptions(), $this->requests(), $this->mails());
    }

    public function answer(): AnswerWithEnd
    {
        return new AnswerWithEnd($this->requests(), $this->mails());
    }

    public function resource(): RequestResource
    {
        $clients = $this->plugin->module(ClientsModule::class);

        return new RequestResource($this->subscriptions()->subscriptions(), $clients->clients(), $clients->contacts(), fn (): string => $this->plugin->module(BusinessModule::class)->calendar()->today());
    }

    private function mails(): RequestMails
    {
        $clients = $this->plugin->module(ClientsModule::class);

        return new RequestMails($clients->clients(), $clients->contacts(), $clients->recipients(...), $this->plugin->module(BusinessModule::class)->business(...));
    }

    public function page(): SubscriptionPage
    {
        return new SubscriptionPage($this->plugin->module(PortalsModule::class)->lasting_urls(), $this->plugin->module(ClientsModule::class)->portal_access());
    }

    private function controller(): RequestsController
    {
        return new RequestsController($this->requests(), $this->resource(), $this->accept(), $this->decline());
    }

    private function subscriptions(): SubscriptionsModule
    {
        return $this->plugin->module(SubscriptionsModule::class);
    }
}
