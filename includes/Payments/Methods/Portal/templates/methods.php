<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Payments\Methods\Portal\MethodsView $view */

defined('ABSPATH') || exit;

?>
<?php if ($view->done !== '') : ?>
    <p class="cf-done" role="status"><?php echo Html::escape($view->done); ?></p>
<?php endif; ?>
<?php if ($view->error !== '') : ?>
    <p class="cf-error" role="alert" tabindex="-1"><?php echo Html::escape($view->error); ?></p>
<?php endif; ?>
<section class="cf-card cf-methods" aria-labelledby="cf-methods">
    <h2 class="cf-h2" id="cf-methods"><?php esc_html_e('Saved payment methods', 'counterfoil'); ?></h2>
    <?php if ($view->methods === []) : ?>
        <p><?php esc_html_e('No payment method is saved. Invoices are emailed to you, and you pay each one yourself.', 'counterfoil'); ?></p>
    <?php else : ?>
    <ul class="cf-methods__list">
        <?php foreach ($view->methods as $method) : ?>
        <li class="cf-methods__one">
            <div>
                <p class="cf-strong"><bdi><?php echo Html::escape($method['label']); ?></bdi><?php if ($method['is_default']) : ?> <span class="cf-state" data-state="paid"><?php esc_html_e('Default', 'counterfoil'); ?></span><?php endif; ?></p>
                <?php if ($method['expires'] !== '') : ?><p class="<?php echo $method['is_expired'] ? 'cf-error' : 'cf-hint'; ?>"><?php echo Html::escape($method['expires']); ?></p><?php endif; ?>
                <?php if ($method['uses'] !== '') : ?><p class="cf-hint"><?php echo Html::escape($method['uses']); ?></p><?php endif; ?>
                <?php if ($method['kept_because'] !== '' && $view->can_change) : ?><p class="cf-hint"><?php echo Html::escape($method['kept_because']); ?></p><?php endif; ?>
            </div>
            <?php if ($view->can_change) : ?>
            <form class="cf-methods__actions" method="post" action="<?php echo esc_url($view->form_url); ?>">
                <input type="hidden" name="_wpnonce" value="<?php echo esc_attr($view->nonce); ?>">
                <input type="hidden" name="counterfoil_method" value="<?php echo Html::escape((string) $method['id']); ?>">
                <?php if (! $method['is_default']) : ?>
                    <button class="cf-button" type="submit" name="counterfoil_act" value="default" aria-label="<?php
                        /* translators: %s: payment method, "Visa 4242" */
                        echo esc_attr(sprintf(__('Make %s the default', 'counterfoil'), $method['label']));
                    ?>"><?php esc_html_e('Make default', 'counterfoil'); ?></button>
                <?php endif; ?>
                <?php if ($method['kept_because'] === '') : ?>
                    <button class="cf-button" type="submit" name="counterfoil_act" value="remove" aria-label="<?php
                        /* translators: %s: payment method, "Visa 4242" */
                        echo esc_attr(sprintf(__('Remove %s', 'counterfoil'), $method['label']));
                    ?>"><?php esc_html_e('Remove', 'counterfoil'); ?></button>
                <?php endif; ?>
            </form>
            <?php endif; ?>
        </li>
        <?php endforeach; ?>
    </ul>
    <?php endif; ?>
</section>
<?php if ($view->context !== null) : ?>
<section class="cf-card cf-methods cf-pay__main cf-methods__add" aria-labelledby="cf-add-method" data-wp-interactive="client-methods" <?php echo wp_interactivity_data_wp_context($view->context); ?> data-wp-init="callbacks.begin">
    <h2 class="cf-h2" id="cf-add-method"><?php esc_html_e('Add a payment method', 'counterfoil'); ?></h2>
    <noscript><p class="cf-error"><?php
        /* translators: %s: e-mail address */
        echo Html::escape(sprintf(__('Adding a payment method requires JavaScript. Turn it on and reload the page, or email %s.', 'counterfoil'), $view->help_email));
    ?></p></noscript>
    <p class="cf-error" id="cf-add-error" role="alert" tabindex="-1" data-wp-text="context.error" data-wp-bind--hidden="!context.error" hidden></p>
    <p data-wp-bind--hidden="context.isOpen"><button class="cf-button cf-button--primary" type="button" data-wp-on--click="actions.add" data-wp-bind--disabled="context.isBusy"><?php esc_html_e('Add payment method', 'counterfoil'); ?></button></p>
    <form data-wp-on--submit="actions.save" data-wp-bind--hidden="!context.isOpen" hidden>
        <div class="cf-pay__field" id="cf-method-field"></div>
        <p class="cf-hint" id="cf-method-consent"><?php echo Html::escape($view->consent); ?></p>
        <button class="cf-button cf-button--primary cf-pay__button" type="submit" aria-describedby="cf-method-consent" disabled data-wp-bind--disabled="!context.isReady"><?php esc_html_e('Save payment method', 'counterfoil'); ?></button>
    </form>
</section>
<?php endif; ?>
