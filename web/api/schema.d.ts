/* Made by `npm run generate:api` from the routes; not edited by hand. */
export interface paths {
    "/api/v1/public/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** About this portal */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Portal"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Terms of use and privacy policy in force */
        get: {
            parameters: {
                query?: {
                    language?: "de" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegalDocuments"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/password-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules for passwords */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasswordPolicy"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register; a mail with a link follows */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RegisterBodyInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegisterAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follow the link of the mail: validates the address and signs in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/validations/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the validation mail again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account of the caller */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignInBodyInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prolong a session; the refresh token (from the body, else the cookie) works once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        refreshToken?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: "current" | string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inverter-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Supported inverter types */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["InverterType"][];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plants of the caller */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PlantListItem"][];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a plant */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlantBodyInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plant"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plant */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plant"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a plant with its inverters */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change parts of a plant */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlantPatchInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plant"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/plants/{id}/subplants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Subplants of a plant */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Subplant"][];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a subplant */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SubplantBodyInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Subplant"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plants/{id}/subplants/{subplantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a subplant; its inverters stay */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    subplantId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change parts of a subplant */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    subplantId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SubplantPatchInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Subplant"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/plants/{id}/inverters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inverters of a plant */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Inverter"][];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add an inverter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InverterBodyInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Inverter"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plants/{id}/inverters/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would become of a device if it were added now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VerdictBodyInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VerdictAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plants/{id}/inverters/{inverterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An inverter */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    inverterId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Inverter"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove an inverter */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    inverterId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change name, subplant or type of an inverter */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    inverterId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InverterPatchInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Inverter"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/plants/{id}/inverters/{inverterId}/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put another device into the place of an inverter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    inverterId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExchangeBodyInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Inverter"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plants/{id}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Overview"];
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plants/{id}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    metrics?: string;
                    from: string;
                    to: string;
                    resolution?: "PT10M" | "PT1H" | "P1D" | "P1M" | "P1Y";
                    by?: "plant" | "subplant" | "inverter";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Series"];
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plants/{id}/device-errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                    inverterId?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["DeviceError"][];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plants/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Server-sent events: `overview`, data as of GET …/overview. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ProblemInput: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail?: string;
            instance?: string;
            requestId?: string;
            errors?: {
                pointer: string;
                code: string;
                message: string;
            }[];
        };
        RegisterBodyInput: {
            userName: string;
            /** Format: email */
            email: string;
            password: string;
            /** @enum {string} */
            kind: "consumer" | "business";
            person: {
                firstName: string;
                lastName: string;
            };
            company?: {
                name: string;
                legalForm: string;
                vatId?: string;
            };
            address: {
                street: string;
                postcode: string;
                town: string;
                country: string;
            };
            /** @enum {string} */
            language: "de" | "en";
            accepted: {
                terms: string;
                privacy: string;
            };
        };
        RegisterAnswerInput: {
            userName: string;
            email: string;
        };
        SignInBodyInput: {
            userName: string;
            password: string;
            totp?: string;
        };
        SessionInput: {
            sessionId: string;
            accessToken: string;
            /** Format: date-time */
            expiresAt: string;
            refreshToken: string;
        };
        MeInput: {
            id: string;
            userName: string;
            email: string;
            /** @enum {string} */
            kind: "consumer" | "business";
            person: {
                firstName: string;
                lastName: string;
            };
            company?: {
                name: string;
                legalForm: string;
                vatId?: string;
            };
            address: {
                street: string;
                postcode: string;
                town: string;
                country: string;
            };
            /** @enum {string} */
            language: "de" | "en";
            /** Format: date-time */
            registeredAt: string;
            acceptedDocuments: {
                kind: string;
                version: string;
                /** Format: date-time */
                acceptedAt: string;
            }[];
            sessionId: string;
        };
        LegalDocumentInput: {
            /** @enum {string} */
            kind: "terms" | "privacy";
            version: string;
            /** @enum {string} */
            language: "de" | "en";
            title: string;
            /** Format: date */
            publishedOn: string;
            sections: {
                heading: string;
                paragraphs: string[];
            }[];
        };
        PasswordPolicyInput: {
            minLength: number;
            specialCharacters: string;
            maxAgeDays: number;
            minAgeDays: number;
            historyLength: number;
            maxFailedAttempts: number;
            failureWindowMinutes: number;
            lockMinutes: number;
            rules: {
                code: string;
                text: string;
            }[];
        };
        LegalDocumentsInput: {
            items: components["schemas"]["LegalDocumentInput"][];
            next: null;
        };
        PlantBodyInput: {
            name: string;
            /** @default  */
            description: string;
            /** @default  */
            moduleName: string;
            /** @enum {string} */
            kind: "pv" | "pvThermal";
            address: {
                street: string;
                postcode: string;
                town: string;
                country: string;
            };
            location: {
                latitudeDeg: number;
                longitudeDeg: number;
                altitudeM: number;
                timeZone: string;
            };
            powerTemperatureCoefficientPercentPerK: number;
            azimuthDeg: number;
            tiltDeg: number;
            moduleAreaM2: number;
            generatorPowerW: number;
            /** @default [] */
            feedInTariffs: {
                /** Format: date */
                from: string;
                centsPerKwh: number;
            }[];
            /** @default false */
            public: boolean;
        };
        PlantPatchInput: {
            name?: string;
            description?: string;
            moduleName?: string;
            /** @enum {string} */
            kind?: "pv" | "pvThermal";
            address?: {
                street: string;
                postcode: string;
                town: string;
                country: string;
            };
            location?: {
                latitudeDeg: number;
                longitudeDeg: number;
                altitudeM: number;
                timeZone: string;
            };
            powerTemperatureCoefficientPercentPerK?: number;
            azimuthDeg?: number;
            tiltDeg?: number;
            moduleAreaM2?: number;
            generatorPowerW?: number;
            feedInTariffs?: {
                /** Format: date */
                from: string;
                centsPerKwh: number;
            }[];
            public?: boolean;
        };
        SubplantBodyInput: {
            name: string;
            azimuthDeg?: number;
            tiltDeg?: number;
            moduleAreaM2?: number;
            generatorPowerW?: number;
        };
        SubplantPatchInput: {
            name?: string;
            azimuthDeg?: number;
            tiltDeg?: number;
            moduleAreaM2?: number;
            generatorPowerW?: number;
        };
        SubplantInput: {
            id: string;
            name: string;
            azimuthDeg: number | null;
            tiltDeg: number | null;
            moduleAreaM2: number | null;
            generatorPowerW: number | null;
        };
        LicenceSummaryInput: {
            /** @enum {string} */
            state: "none" | "trial" | "expired";
            firstDay: string | null;
            lastDay: string | null;
            daysLeft: number | null;
        };
        PlantInput: {
            id: string;
            name: string;
            description: string;
            moduleName: string;
            /** @enum {string} */
            kind: "pv" | "pvThermal";
            address: {
                street: string;
                postcode: string;
                town: string;
                country: string;
            };
            location: {
                latitudeDeg: number;
                longitudeDeg: number;
                altitudeM: number;
                timeZone: string;
            };
            powerTemperatureCoefficientPercentPerK: number;
            azimuthDeg: number;
            tiltDeg: number;
            moduleAreaM2: number;
            generatorPowerW: number;
            feedInTariffs: {
                /** Format: date */
                from: string;
                centsPerKwh: number;
            }[];
            public: boolean;
            nominalPowerW: number;
            nominalPowerAssumed: boolean;
            inverterCount: number;
            subplants: components["schemas"]["SubplantInput"][];
            licence: components["schemas"]["LicenceSummaryInput"];
            /** Format: date-time */
            addedAt: string;
            revision: string;
        };
        PlantListItemInput: {
            id: string;
            name: string;
            town: string;
            country: string;
            /** @enum {string} */
            state: "ok" | "note" | "fault" | "noData" | "noInverters";
            nominalPowerW: number;
            generatorPowerW: number;
            inverterCount: number;
            acPowerW: number | null;
            todayEnergyWh: number | null;
            lastValueAt: string | null;
            licence: components["schemas"]["LicenceSummaryInput"];
        };
        VerdictBodyInput: {
            serialNumber: string;
            activationCode?: string;
        };
        VerdictAnswerInput: {
            /** @enum {string} */
            verdict: "reporting" | "awaitingData" | "wrongCode" | "unknownDevice" | "codeMissing" | "taken";
            typeId: string | null;
            lastSeenAt: string | null;
        };
        InverterBodyInput: {
            serialNumber: string;
            activationCode?: string;
            name: string;
            subplantId?: string | null;
            typeId?: string | null;
        };
        InverterPatchInput: {
            name?: string;
            subplantId?: string | null;
            typeId?: string | null;
        };
        ExchangeBodyInput: {
            serialNumber: string;
            activationCode?: string;
            typeId?: string | null;
        };
        InverterTypeInput: {
            id: string;
            maker: string;
            model: string;
            nominalPowerW: number;
            aliases: string[];
            minimumFirmware: string | null;
            source: string;
        };
        InverterInput: {
            id: string;
            name: string;
            serialNumber: string;
            subplantId: string | null;
            type: {
                id: string;
                maker: string;
                model: string;
                nominalPowerW: number;
            } | null;
            nominalPowerW: number;
            nominalPowerAssumed: boolean;
            /** @enum {string} */
            state: "claimOpen" | "awaitingData" | "reporting" | "silent";
            activatedAt: string | null;
            /** Format: date-time */
            addedAt: string;
            lastSeenAt: string | null;
            devices: {
                serialNumber: string;
                /** Format: date-time */
                from: string;
                to: string | null;
            }[];
        };
        PortalInput: {
            development: boolean;
            operatorName: string;
            mailbox: string | null;
            version: string;
        };
        OverviewInput: {
            plantId: string;
            name: string;
            /** @enum {string} */
            state: "ok" | "note" | "fault" | "noData" | "noInverters";
            timeZone: string;
            /** Format: date */
            today: string;
            /** Format: date-time */
            asOf: string;
            lastValueAt: string | null;
            nominalPowerW: number;
            nominalPowerAssumed: boolean;
            generatorPowerW: number;
            licence: components["schemas"]["LicenceSummaryInput"];
            acPowerW: number | null;
            energy: {
                todayWh: number | null;
                monthWh: number | null;
                yearWh: number | null;
                totalWh: number | null;
                sameMonthLastYearWh: number | null;
                yesterdayWh: number | null;
            };
            revenueCents: {
                today: number | null;
                month: number | null;
                year: number | null;
                total: number | null;
            };
            co2: {
                totalKg: number | null;
                gramsPerKwh: number;
                source: string;
                year: number;
            };
            inverters: {
                id: string;
                name: string;
                serialNumber: string;
                model: string | null;
                subplantId: string | null;
                /** @enum {string} */
                condition: "ok" | "note" | "fault" | "noData" | "claimOpen";
                deviceState: number | null;
                nominalPowerW: number;
                acPowerW: number | null;
                todayWh: number | null;
                specificYieldTodayKwhPerKw: number | null;
                lastValueAt: string | null;
            }[];
        };
        SeriesInput: {
            plantId: string;
            timeZone: string;
            resolution: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            times: string[];
            series: {
                /** @enum {string} */
                metric: "acPowerW" | "energyWh" | "acVoltageV" | "acCurrentA" | "acFrequencyHz" | "dcPowerW" | "dcVoltageV" | "dcCurrentA" | "temperature1C" | "temperature2C" | "irradianceWPerM2" | "moduleTemperatureC" | "powerLimitPercent";
                unit: string;
                of: string | null;
                name: string;
                values: (number | null)[];
            }[];
        };
        DeviceErrorInput: {
            id: string;
            inverterId: string;
            inverterName: string;
            serialNumber: string;
            /** Format: date-time */
            at: string;
            code: string;
            text: string;
            known: boolean;
            deviceState: number | null;
            deviceStateText: string | null;
            deviceStateAfter: number | null;
            deviceStateAfterText: string | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail?: string;
            instance?: string;
            requestId?: string;
            errors?: {
                pointer: string;
                code: string;
                message: string;
            }[];
        };
        RegisterBody: {
            userName: string;
            /** Format: email */
            email: string;
            password: string;
            /** @enum {string} */
            kind: "consumer" | "business";
            person: {
                firstName: string;
                lastName: string;
            };
            company?: {
                name: string;
                legalForm: string;
                vatId?: string;
            };
            address: {
                street: string;
                postcode: string;
                town: string;
                country: unknown;
            };
            /** @enum {string} */
            language: "de" | "en";
            accepted: {
                terms: string;
                privacy: string;
            };
        };
        RegisterAnswer: {
            userName: string;
            email: string;
        };
        SignInBody: {
            userName: string;
            password: string;
            totp?: string;
        };
        Session: {
            sessionId: string;
            accessToken: string;
            /** Format: date-time */
            expiresAt: string;
            refreshToken: string;
        };
        Me: {
            id: string;
            userName: string;
            email: string;
            /** @enum {string} */
            kind: "consumer" | "business";
            person: {
                firstName: string;
                lastName: string;
            };
            company?: {
                name: string;
                legalForm: string;
                vatId?: string;
            };
            address: {
                street: string;
                postcode: string;
                town: string;
                country: string;
            };
            /** @enum {string} */
            language: "de" | "en";
            /** Format: date-time */
            registeredAt: string;
            acceptedDocuments: {
                kind: string;
                version: string;
                /** Format: date-time */
                acceptedAt: string;
            }[];
            sessionId: string;
        };
        LegalDocument: {
            /** @enum {string} */
            kind: "terms" | "privacy";
            version: string;
            /** @enum {string} */
            language: "de" | "en";
            title: string;
            /** Format: date */
            publishedOn: string;
            sections: {
                heading: string;
                paragraphs: string[];
            }[];
        };
        PasswordPolicy: {
            minLength: number;
            specialCharacters: string;
            maxAgeDays: number;
            minAgeDays: number;
            historyLength: number;
            maxFailedAttempts: number;
            failureWindowMinutes: number;
            lockMinutes: number;
            rules: {
                code: string;
                text: string;
            }[];
        };
        LegalDocuments: {
            items: components["schemas"]["LegalDocument"][];
            next: null;
        };
        PlantBody: {
            name: string;
            /** @default  */
            description: string;
            /** @default  */
            moduleName: string;
            /** @enum {string} */
            kind: "pv" | "pvThermal";
            address: {
                street: string;
                postcode: string;
                town: string;
                country: unknown;
            };
            location: {
                latitudeDeg: number;
                longitudeDeg: number;
                altitudeM: number;
                timeZone: string;
            };
            powerTemperatureCoefficientPercentPerK: number;
            azimuthDeg: number;
            tiltDeg: number;
            moduleAreaM2: number;
            generatorPowerW: number;
            /** @default [] */
            feedInTariffs: {
                /** Format: date */
                from: string;
                centsPerKwh: number;
            }[];
            /** @default false */
            public: boolean;
        };
        PlantPatch: {
            name?: string;
            description?: string;
            moduleName?: string;
            /** @enum {string} */
            kind?: "pv" | "pvThermal";
            address?: {
                street: string;
                postcode: string;
                town: string;
                country: unknown;
            };
            location?: {
                latitudeDeg: number;
                longitudeDeg: number;
                altitudeM: number;
                timeZone: string;
            };
            powerTemperatureCoefficientPercentPerK?: number;
            azimuthDeg?: number;
            tiltDeg?: number;
            moduleAreaM2?: number;
            generatorPowerW?: number;
            feedInTariffs?: {
                /** Format: date */
                from: string;
                centsPerKwh: number;
            }[];
            public?: boolean;
        };
        SubplantBody: {
            name: string;
            azimuthDeg?: number;
            tiltDeg?: number;
            moduleAreaM2?: number;
            generatorPowerW?: number;
        };
        SubplantPatch: {
            name?: string;
            azimuthDeg?: number;
            tiltDeg?: number;
            moduleAreaM2?: number;
            generatorPowerW?: number;
        };
        Subplant: {
            id: string;
            name: string;
            azimuthDeg: number | null;
            tiltDeg: number | null;
            moduleAreaM2: number | null;
            generatorPowerW: number | null;
        };
        LicenceSummary: {
            /** @enum {string} */
            state: "none" | "trial" | "expired";
            firstDay: string | null;
            lastDay: string | null;
            daysLeft: number | null;
        };
        Plant: {
            id: string;
            name: string;
            description: string;
            moduleName: string;
            /** @enum {string} */
            kind: "pv" | "pvThermal";
            address: {
                street: string;
                postcode: string;
                town: string;
                country: string;
            };
            location: {
                latitudeDeg: number;
                longitudeDeg: number;
                altitudeM: number;
                timeZone: string;
            };
            powerTemperatureCoefficientPercentPerK: number;
            azimuthDeg: number;
            tiltDeg: number;
            moduleAreaM2: number;
            generatorPowerW: number;
            feedInTariffs: {
                /** Format: date */
                from: string;
                centsPerKwh: number;
            }[];
            public: boolean;
            nominalPowerW: number;
            nominalPowerAssumed: boolean;
            inverterCount: number;
            subplants: components["schemas"]["Subplant"][];
            licence: components["schemas"]["LicenceSummary"];
            /** Format: date-time */
            addedAt: string;
            revision: string;
        };
        PlantListItem: {
            id: string;
            name: string;
            town: string;
            country: string;
            /** @enum {string} */
            state: "ok" | "note" | "fault" | "noData" | "noInverters";
            nominalPowerW: number;
            generatorPowerW: number;
            inverterCount: number;
            acPowerW: number | null;
            todayEnergyWh: number | null;
            lastValueAt: string | null;
            licence: components["schemas"]["LicenceSummary"];
        };
        VerdictBody: {
            serialNumber: string;
            activationCode?: string;
        };
        VerdictAnswer: {
            /** @enum {string} */
            verdict: "reporting" | "awaitingData" | "wrongCode" | "unknownDevice" | "codeMissing" | "taken";
            typeId: string | null;
            lastSeenAt: string | null;
        };
        InverterBody: {
            serialNumber: string;
            activationCode?: string;
            name: string;
            subplantId?: string | null;
            typeId?: string | null;
        };
        InverterPatch: {
            name?: string;
            subplantId?: string | null;
            typeId?: string | null;
        };
        ExchangeBody: {
            serialNumber: string;
            activationCode?: string;
            typeId?: string | null;
        };
        InverterType: {
            id: string;
            maker: string;
            model: string;
            nominalPowerW: number;
            aliases: string[];
            minimumFirmware: string | null;
            source: string;
        };
        Inverter: {
            id: string;
            name: string;
            serialNumber: string;
            subplantId: string | null;
            type: {
                id: string;
                maker: string;
                model: string;
                nominalPowerW: number;
            } | null;
            nominalPowerW: number;
            nominalPowerAssumed: boolean;
            /** @enum {string} */
            state: "claimOpen" | "awaitingData" | "reporting" | "silent";
            activatedAt: string | null;
            /** Format: date-time */
            addedAt: string;
            lastSeenAt: string | null;
            devices: {
                serialNumber: string;
                /** Format: date-time */
                from: string;
                to: string | null;
            }[];
        };
        Portal: {
            development: boolean;
            operatorName: string;
            mailbox: string | null;
            version: string;
        };
        Overview: {
            plantId: string;
            name: string;
            /** @enum {string} */
            state: "ok" | "note" | "fault" | "noData" | "noInverters";
            timeZone: string;
            /** Format: date */
            today: string;
            /** Format: date-time */
            asOf: string;
            lastValueAt: string | null;
            nominalPowerW: number;
            nominalPowerAssumed: boolean;
            generatorPowerW: number;
            licence: components["schemas"]["LicenceSummary"];
            acPowerW: number | null;
            energy: {
                todayWh: number | null;
                monthWh: number | null;
                yearWh: number | null;
                totalWh: number | null;
                sameMonthLastYearWh: number | null;
                yesterdayWh: number | null;
            };
            revenueCents: {
                today: number | null;
                month: number | null;
                year: number | null;
                total: number | null;
            };
            co2: {
                totalKg: number | null;
                gramsPerKwh: number;
                source: string;
                year: number;
            };
            inverters: {
                id: string;
                name: string;
                serialNumber: string;
                model: string | null;
                subplantId: string | null;
                /** @enum {string} */
                condition: "ok" | "note" | "fault" | "noData" | "claimOpen";
                deviceState: number | null;
                nominalPowerW: number;
                acPowerW: number | null;
                todayWh: number | null;
                specificYieldTodayKwhPerKw: number | null;
                lastValueAt: string | null;
            }[];
        };
        Series: {
            plantId: string;
            timeZone: string;
            resolution: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            times: string[];
            series: {
                /** @enum {string} */
                metric: "acPowerW" | "energyWh" | "acVoltageV" | "acCurrentA" | "acFrequencyHz" | "dcPowerW" | "dcVoltageV" | "dcCurrentA" | "temperature1C" | "temperature2C" | "irradianceWPerM2" | "moduleTemperatureC" | "powerLimitPercent";
                unit: string;
                of: string | null;
                name: string;
                values: (number | null)[];
            }[];
        };
        DeviceError: {
            id: string;
            inverterId: string;
            inverterName: string;
            serialNumber: string;
            /** Format: date-time */
            at: string;
            code: string;
            text: string;
            known: boolean;
            deviceState: number | null;
            deviceStateText: string | null;
            deviceStateAfter: number | null;
            deviceStateAfterText: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
