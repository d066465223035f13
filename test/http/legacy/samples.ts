/** Without what a reader of a sample sets it with: line breaks and blanks between elements. */
export const plain = (sample: string) => sample.replaceAll(/>\s+</g, '><').trim();

/** Of the documentation of the original data service. */
export const inverterDataSample = `<rws_response>
    <InverterData InverterId='2' RecordsLeft='0'>
        <Data Time='1308642600'>
            <p i='PAC' dec='1'>24291</p>
            <p i='IAC' dec='1'>106</p>
            <p i='UAC' dec='1'>2286</p>
            <p i='FAC' dec='0'>50</p>
            <p i='PDC' dec='1'>24534</p>
            <p i='IDC' dec='1'>45</p>
            <p i='UDC' dec='1'>5262</p>
            <p i='Temp1' dec='1'>332</p>
            <p i='Temp2' dec='1'>404</p>
            <p i='Rad' dec='1'>1637</p>
            <p i='PanelTemp' dec='1'>226</p>
            <p i='Energy' dec='0'>2</p>
            <p i='TotalEnergy' dec='0'>22384</p>
            <p i='DaySunEnergy' dec='4'>1532</p>
            <p i='State' dec='0'>4</p>
        </Data>
    </InverterData>
</rws_response>`;
