<?php

declare(strict_types=1);

namespace Counterfoil\Privacy;

use Closure;
use Counterfoil\Activity\EventWords;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Shared\Module;

/** WordPress' tools for requests of persons: Tools > Export Personal Data, Erase Personal Data. */
final class PrivacyModule extends Module
{
    public function hooks(): void
    {
        add_filter('wp_privacy_personal_data_exporters', fn (array $exporters): array => $exporters + ['counterfoil' => [
            'exporter_friendly_name' => __('Client portal and invoices', 'counterfoil'),
            'callback' => fn (string $email): array => $this->answer()->export($email),
        ]]);
        add_filter('wp_privacy_personal_data_erasers', fn (array $erasers): array => $erasers + ['counterfoil' => [
            'eraser_friendly_name' => __('Client portal and invoices', 'counterfoil'),
            'callback' => fn (string $email): array => $this->answer()->erase($email),
        ]]);
        add_action('admin_init', static fn () => wp_add_privacy_policy_content(__('Counterfoil', 'counterfoil'), wpautop(esc_html__('We store the names and email addresses of our clients’ contacts to send invoices and to let them log in to the client portal. We also store login times and the emails we sent. Issued invoices and payments are kept for as long as the law requires. Card details go directly to the payment provider; we never see them.', 'counterfoil'))));
    }

    public function sentences(): array
    {
        return ['privacy.erased' => static fn (EventWords $words): string => __('Personal data erased on request', 'counterfoil')];
    }

    private function answer(): AnswerPerson
    {
        return new AnswerPerson(
            $this->plugin->changes(),
            $this->plugin->module(ClientsModule::class)->personal_details(),
            array_merge(...array_map(
                static fn (Module $module): array => array_map(static fn (Closure $make): object => $make(), $module->personal_data()),
                $this->plugin->modules()
            ))
        );
    }
}
