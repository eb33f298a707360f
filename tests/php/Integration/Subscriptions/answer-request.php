<?php

declare(strict_types=1);

use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Requests\RequestsModule;

/**
 * The client takes requests to cancel back (process 0) while staff accepts (1) and declines them (2).
 *
 * @param list<int> $ids of requests
 * @return list<int> those for which it had its way
 */
return static function (int $process, array $ids, int $client_id): array {
    $requests = Plugin::instance()->module(RequestsModule::class);
    $contact = Viewer::contact(Actor::system(), $client_id, ['subscriptions.view', 'subscriptions.manage']);
    $did = [];
    foreach ($ids as $id) {
        try {
            match ($process) {
                0 => $requests->withdraw()->handle($id, $contact),
                1 => $requests->accept()->handle($id, 'period_end', null, Viewer::system()),
                default => $requests->decline()->handle($id, 'You agreed to a year.', Viewer::system()),
            };
            $did[] = $id;
        } catch (DomainError $error) {
            if ($error->reason !== 'request_closed') {
                throw $error;
            }
        }
    }

    return $did;
};
