export const PlantPage = () => null;
export const InvertersPage = () => null;
export const DeviceErrorsPage = () => null;
export const ChannelsPage = () => null;
